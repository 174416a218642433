package org.totalplace.outcomes.personview;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.MeasureStanding;
import org.totalplace.contracts.event.PersonView;
import org.totalplace.outcomes.measure.Domain;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.starter.outbox.Outbox;
import org.totalplace.value.PersonId;

/** Tells of changed views: on the topic by the outbox, and to whoever watches in this database's sessions. */
@Component
class AnnouncingViews {

    /** The channel on which a commit that changed views is heard. */
    static final String CHANNEL = "person_view_changed";

    /** A person whom no subject and no journey speaks of any more. */
    private static final String GONE = """
            delete from person_view v where v.person in (select person from touched_person)
              and not exists (select from subject_person s where s.person = v.person)
              and not exists (select from person_journeys j where j.person = v.person and j.state is not null)
            returning v.person
            """;

    /** Of a measure that was defined anew, what the newest definition says. */
    private static final String CHANGED = """
            select distinct on (v.person, pm.measure)
                   v.person, v.version, pm.measure, pm.baseline, pm.baseline_on, pm.latest, pm.latest_on, pm.observations,
                   pm.status, m.domain
            from person_view v
            left join (person_measure pm join measure_series m on m.code = pm.measure and m.series = pm.series)
                on pm.person = v.person
            where v.person in (select person from touched_person)
            order by v.person, pm.measure, pm.series desc
            """;

    void announce(Connection connection) throws SQLException {
        List<Outbox.Entry<PersonView>> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet gone = statement.executeQuery(GONE)) {
                while (gone.next()) {
                    entries.add(new Outbox.Entry<>(new PersonId(gone.getObject(1, UUID.class)).bytes(), null));
                }
            }
            ViewedParts parts = ViewedParts.of(statement);
            try (ResultSet changed = statement.executeQuery(CHANGED)) {
                collect(changed, parts, entries);
            }
        }
        wake(connection);
        Outbox.append(connection, Topics.PERSON_VIEWS, entries);
    }

    /** Has whoever watches a view look whether it changed. */
    static void wake(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
        }
    }

    private static void collect(ResultSet rows, ViewedParts parts, List<Outbox.Entry<PersonView>> entries)
            throws SQLException {
        Gathering gathering = null;
        while (rows.next()) {
            UUID person = rows.getObject("person", UUID.class);
            if (gathering == null || !gathering.person.equals(person)) {
                if (gathering != null) {
                    entries.add(gathering.entry(parts));
                }
                gathering = new Gathering(person, rows.getLong("version"));
            }
            if (rows.getString("measure") != null) {
                gathering.add(rows);
            }
        }
        if (gathering != null) {
            entries.add(gathering.entry(parts));
        }
    }

    private static final class Gathering {

        private final UUID person;
        private final long version;
        private final List<MeasureStanding> measures = new ArrayList<>();
        private final Map<Domain, List<Status>> domains = new HashMap<>();

        Gathering(UUID person, long version) {
            this.person = person;
            this.version = version;
            for (Domain domain : Domain.values()) {
                domains.put(domain, new ArrayList<>());
            }
        }

        void add(ResultSet row) throws SQLException {
            Domain domain = Domain.valueOf(row.getString("domain").toUpperCase(Locale.ROOT));
            Status status = Status.ofCode(row.getString("status"));
            domains.computeIfAbsent(domain, none -> new ArrayList<>()).add(status);
            measures.add(MeasureStanding.newBuilder()
                    .setMeasure(row.getString("measure"))
                    .setBaseline(row.getLong("baseline"))
                    .setBaselineOn(row.getObject("baseline_on", LocalDate.class))
                    .setLatest(row.getLong("latest"))
                    .setLatestOn(row.getObject("latest_on", LocalDate.class))
                    .setObservations(row.getInt("observations"))
                    .setStatus(status.code())
                    .build());
        }

        Outbox.Entry<PersonView> entry(ViewedParts parts) {
            Map<String, String> statuses = new HashMap<>();
            domains.forEach((domain, of) ->
                    statuses.put(domain.code(), Status.ofDomain(of).code()));
            PersonView.Builder view = PersonView.newBuilder()
                    .setPerson(person)
                    .setVersion(version)
                    .setDomains(statuses)
                    .setMeasures(measures);
            parts.addTo(view, person);
            return new Outbox.Entry<>(new PersonId(person).bytes(), view.build());
        }
    }
}
