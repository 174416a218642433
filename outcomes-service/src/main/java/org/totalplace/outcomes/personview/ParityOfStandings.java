package org.totalplace.outcomes.personview;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.UndecodableEvent;
import org.totalplace.contracts.event.JourneyStanding;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.contracts.event.StageRun;
import org.totalplace.outcomes.area.Area;

/** Compares where persons stand on maps, and live, with what was last told of them, and writes it anew. */
final class ParityOfStandings {

    private static final int AT_ONCE = 1_000;

    private static final String HELD = """
            select person, j.state, stands.words as stands, lives.words as lives
            from (select person, state from person_journeys where state is not null) j
            full join (
                select person, string_agg(concat_ws('|', map, stage, begun, last_on, array_to_string(stages, ','),
                                                    array_to_string(stages_begun, ','), age_band, contacts_before, pence),
                                          ';' order by map collate "C") as words
                from person_standing group by person) stands using (person)
            full join (
                select person, concat_ws('|', array_to_string(areas, ','), sex) as words from person_trait) lives using (person)
            """;

    private static final String TOLD = "select person, state from person_journeys where person = any(?)";

    private ParityOfStandings() {}

    /** Persons of whom the tables say something else than was told. */
    static List<UUID> differing(Connection connection) throws SQLException {
        List<UUID> differing = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(HELD)) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] state = rows.getBytes("state");
                    PersonJourneys told = state == null ? null : decoded(state);
                    if (!Objects.requireNonNullElse(rows.getString("stands"), "")
                                    .equals(stands(told))
                            || !Objects.equals(rows.getString("lives"), lives(told))) {
                        differing.add(rows.getObject("person", UUID.class));
                    }
                }
            }
        }
        return differing;
    }

    /** Writes the rows of the persons anew from what was told of them. */
    static void heal(Connection connection, List<UUID> persons) throws SQLException {
        Map<UUID, @Nullable PersonJourneys> told = new HashMap<>();
        persons.forEach(person -> told.put(person, null));
        try (PreparedStatement select = connection.prepareStatement(TOLD)) {
            select.setArray(1, connection.createArrayOf("uuid", persons.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] state = rows.getBytes("state");
                    told.put(rows.getObject("person", UUID.class), state == null ? null : decoded(state));
                }
            }
        }
        PersonStandings.write(connection, told);
    }

    private static String stands(@Nullable PersonJourneys told) {
        return told == null
                ? ""
                : told.getJourneys().stream()
                        .sorted(Comparator.comparing(JourneyStanding::getMap))
                        .map(ParityOfStandings::stands)
                        .collect(Collectors.joining(";"));
    }

    private static String stands(JourneyStanding standing) {
        return joined(
                standing.getMap(),
                standing.getStage(),
                standing.getBegun(),
                standing.getLatest(),
                standing.getRuns().stream().map(StageRun::getStage).collect(Collectors.joining(",")),
                standing.getRuns().stream()
                        .map(run -> run.getBegun().toString())
                        .collect(Collectors.joining(",")),
                standing.getAgeBand(),
                standing.getContactsBefore(),
                standing.getPence());
    }

    private static @Nullable String lives(@Nullable PersonJourneys told) {
        return told == null ? null : joined(String.join(",", Area.around(told.getArea())), told.getSex());
    }

    private static String joined(@Nullable Object... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining("|"));
    }

    private static PersonJourneys decoded(byte[] state) {
        try {
            return Topics.PERSON_JOURNEYS.decode(state);
        } catch (UndecodableEvent damaged) {
            throw new IllegalStateException("The stored journeys of a person are damaged", damaged);
        }
    }
}
