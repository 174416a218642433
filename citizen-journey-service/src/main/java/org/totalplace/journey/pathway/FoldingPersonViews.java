package org.totalplace.journey.pathway;

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
import org.totalplace.contracts.event.PersonView;
import org.totalplace.starter.projection.Projection;
import org.totalplace.value.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what became of each person in each domain, as outcomes-service last told of it. */
@Component
class FoldingPersonViews implements Projection<PersonView> {

    private static final String FOLD = """
            insert into person_outcome as held (person, version, domains) values (?, ?, ?::jsonb)
                on conflict (person) do update set version = excluded.version, domains = excluded.domains
             where held.version < excluded.version
            """;

    private final JsonMapper json;

    FoldingPersonViews(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "journey-person-views";
    }

    @Override
    public Topic<PersonView> topic() {
        return Topics.PERSON_VIEWS;
    }

    @Override
    public void apply(Connection connection, List<Event<PersonView>> batch) throws SQLException {
        // Events of one key come in their order, so the last one of a batch is enough.
        Map<UUID, @Nullable PersonView> latest = new LinkedHashMap<>();
        for (Event<PersonView> event : batch) {
            latest.put(PersonId.of(event.key()).value(), event.value());
        }
        try (PreparedStatement fold = connection.prepareStatement(FOLD);
                PreparedStatement remove = connection.prepareStatement("delete from person_outcome where person = ?")) {
            for (var entry : latest.entrySet()) {
                PersonView view = entry.getValue();
                if (view == null) {
                    remove.setObject(1, entry.getKey());
                    remove.addBatch();
                } else {
                    fold.setObject(1, entry.getKey());
                    fold.setLong(2, view.getVersion());
                    fold.setString(3, json.writeValueAsString(view.getDomains()));
                    fold.addBatch();
                }
            }
            remove.executeBatch();
            fold.executeBatch();
        }
    }
}
