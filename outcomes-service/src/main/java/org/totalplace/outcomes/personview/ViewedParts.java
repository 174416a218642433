package org.totalplace.outcomes.personview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.UndecodableEvent;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.contracts.event.PersonView;
import org.totalplace.contracts.event.ViewedContacts;
import org.totalplace.contracts.event.ViewedCost;
import org.totalplace.contracts.event.ViewedDoubt;
import org.totalplace.contracts.event.ViewedGoal;
import org.totalplace.contracts.event.ViewedJourney;

/** What the topic of views tells beside the measures, of everybody in {@code touched_person}; never anybody's words. */
final class ViewedParts {

    private static final String GOALS = """
            select told.person, told.id, told.agency, told.set_on, told.ending, told.readings, told.latest,
                   outcome_status(m, told.readings, told.first, told.first_on, told.latest, told.latest_on) as status
            from (
                select s.person, g.id, g.agency, g.set_on, g.ending, count(r.goal) as readings,
                       (array_agg(r.value order by r.read_on))[1] as first, min(r.read_on) as first_on,
                       (array_agg(r.value order by r.read_on desc))[1] as latest, max(r.read_on) as latest_on
                from subject_person s
                join goal g using (subject)
                left join goal_reading r on r.goal = g.id
                where s.person in (select person from touched_person)
                group by s.person, g.id) told
            join measure_series m on m.code = 'own-goal' and m.series = 1
            order by told.person, told.set_on, told.id
            """;

    private static final String JOURNEYS = """
            select person, state from person_journeys
            where state is not null and person in (select person from touched_person)
            """;

    private static final String DOUBTS = """
            select person, 'link-needs-attention' as kind, agency, null as measure from subject_person
            where needs_attention and person in (select person from touched_person)
            union
            select person, 'conflicting-observations', null, measure from person_measure
            where latest_disputed and person in (select person from touched_person)
            order by 1, 2, 3, 4
            """;

    private final Map<UUID, List<ViewedGoal>> goals = new HashMap<>();
    private final Map<UUID, PersonJourneys> journeys = new HashMap<>();
    private final Map<UUID, List<ViewedDoubt>> doubts = new HashMap<>();

    private ViewedParts() {}

    static ViewedParts of(Statement statement) throws SQLException {
        ViewedParts parts = new ViewedParts();
        try (ResultSet rows = statement.executeQuery(GOALS)) {
            while (rows.next()) {
                parts.goals
                        .computeIfAbsent(rows.getObject("person", UUID.class), none -> new ArrayList<>())
                        .add(goal(rows));
            }
        }
        try (ResultSet rows = statement.executeQuery(JOURNEYS)) {
            while (rows.next()) {
                parts.journeys.put(rows.getObject("person", UUID.class), decoded(rows.getBytes("state")));
            }
        }
        try (ResultSet rows = statement.executeQuery(DOUBTS)) {
            while (rows.next()) {
                parts.doubts
                        .computeIfAbsent(rows.getObject("person", UUID.class), none -> new ArrayList<>())
                        .add(ViewedDoubt.newBuilder()
                                .setKind(rows.getString("kind"))
                                .setAgency(rows.getString("agency"))
                                .setMeasure(rows.getString("measure"))
                                .build());
            }
        }
        return parts;
    }

    /** Adds what there is of the person. */
    void addTo(PersonView.Builder view, UUID person) {
        view.setGoals(goals.getOrDefault(person, List.of())).setDoubts(doubts.getOrDefault(person, List.of()));
        PersonJourneys told = journeys.get(person);
        if (told == null) {
            return;
        }
        view.setJourneys(told.getJourneys().stream()
                .map(journey -> new ViewedJourney(journey.getMap(), journey.getStage(), journey.getSince()))
                .toList());
        view.setContacts(told.getContacts().stream()
                .map(with ->
                        new ViewedContacts(with.getAgency(), with.getContacts(), with.getFirst(), with.getLatest()))
                .toList());
        view.setCosts(told.getCosts().stream()
                .map(cost -> new ViewedCost(cost.getAgency(), cost.getYear(), cost.getPence()))
                .toList());
    }

    private static ViewedGoal goal(ResultSet row) throws SQLException {
        long latest = row.getLong("latest");
        return ViewedGoal.newBuilder()
                .setLatest(row.wasNull() ? null : Long.valueOf(latest))
                .setGoal(row.getObject("id", UUID.class))
                .setAgency(row.getString("agency"))
                .setSetOn(row.getObject("set_on", LocalDate.class))
                .setEnded(row.getString("ending"))
                .setReadings(row.getInt("readings"))
                .setStatus(row.getString("status"))
                .build();
    }

    private static PersonJourneys decoded(byte[] state) {
        try {
            return Topics.PERSON_JOURNEYS.decode(state);
        } catch (UndecodableEvent damaged) {
            throw new IllegalStateException("The stored journeys of a person are damaged", damaged);
        }
    }
}
