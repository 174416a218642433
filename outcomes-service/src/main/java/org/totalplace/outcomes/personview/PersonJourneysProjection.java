package org.totalplace.outcomes.personview;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.starter.projection.Projection;
import org.totalplace.value.PersonId;

/** Keeps the latest journeys, contacts and cost of each person, as they came. */
@Component
class PersonJourneysProjection implements Projection<PersonJourneys> {

    private static final String FOLD = """
            insert into person_journeys (person, version, state) values (?, ?, ?)
            on conflict (person) do update set version = excluded.version, state = excluded.state
            where person_journeys.version < excluded.version or excluded.state is null
            """;

    private final TouchedSubjects touched;

    PersonJourneysProjection(TouchedSubjects touched) {
        this.touched = touched;
    }

    @Override
    public String name() {
        return "outcomes-person-journeys";
    }

    @Override
    public Topic<PersonJourneys> topic() {
        return Topics.PERSON_JOURNEYS;
    }

    @Override
    public void apply(Connection connection, List<Event<PersonJourneys>> batch) throws SQLException {
        // The events of a person come in order, so the last of a batch is the latest.
        Map<UUID, @Nullable PersonJourneys> latest = new LinkedHashMap<>();
        for (var record : batch) {
            latest.put(PersonId.of(record.key()).value(), record.value());
        }
        touched.begin(connection);
        try (PreparedStatement fold = connection.prepareStatement(FOLD);
                PreparedStatement touch = connection.prepareStatement("insert into touched_person values (?)")) {
            for (var entry : latest.entrySet()) {
                PersonJourneys state = entry.getValue();
                fold.setObject(1, entry.getKey());
                fold.setLong(2, state == null ? 0 : state.getVersion());
                fold.setBytes(3, state == null ? null : topic().encode(state));
                fold.addBatch();
                touch.setObject(1, entry.getKey());
                touch.addBatch();
            }
            fold.executeBatch();
            touch.executeBatch();
        }
        PersonStandings.write(connection, latest);
        touched.recompute(connection);
    }
}
