package org.totalplace.journey.community.offer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stewards put together of stages; versions are only added. */
@Component
class StageOffers {

    private static final TypeReference<List<Offer>> OFFERS = new TypeReference<>() {};

    private static final String LATEST = """
            select version, offers::text, author, set_at from stage_offer where map = ? and stage = ? order by version desc limit 1
            """;

    private static final String ADD = """
            insert into stage_offer (map, stage, version, offers, author, set_at) values (?, ?, ?, ?::jsonb, ?, ?)
            """;

    /** The place of the first offer in the list that names nothing of the directory, from 1; 0 if there is none. */
    private static final String UNKNOWN = """
            select coalesce(min(o.place), 0)
              from jsonb_array_elements(?::jsonb) with ordinality as o (offer, place)
             where not exists (select from directory_service d where d.id = (o.offer->>'service')::uuid)
               and not exists (select from directory_term t where t.term = o.offer->>'term')
            """;

    private final BulkDatabase database;
    private final InstantSource clock;
    private final JsonMapper json;

    StageOffers(BulkDatabase database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    record Version(int version, List<Offer> offers, String author, Instant setAt) {

        Version {
            offers = List.copyOf(offers);
        }
    }

    /** What became of setting them. */
    sealed interface Outcome {

        record Kept(Version version) implements Outcome {}

        /** @param place of the offer in the list, from 0 */
        record NotInTheDirectory(int place) implements Outcome {}
    }

    /** The same offers again are the same version. */
    Outcome set(String map, String stage, List<Offer> offers, String author) throws Exception {
        return database.inTransaction(connection -> {
            Statements.run(connection, "lock table stage_offer in share row exclusive mode");
            String text = json.writeValueAsString(offers);
            int unknown = unknown(connection, text);
            if (unknown > 0) {
                return new Outcome.NotInTheDirectory(unknown - 1);
            }
            Optional<Version> latest = latest(connection, map, stage);
            if (latest.isPresent() && latest.get().offers().equals(offers)) {
                return new Outcome.Kept(latest.get());
            }
            Instant now = clock.instant();
            int next = latest.map(Version::version).orElse(0) + 1;
            Statements.run(connection, ADD, map, stage, next, text, author, Timestamp.from(now));
            return new Outcome.Kept(new Version(next, offers, author, now));
        });
    }

    Optional<Version> latest(Connection connection, String map, String stage) throws SQLException {
        try (var select = connection.prepareStatement(LATEST)) {
            select.setString(1, map);
            select.setString(2, stage);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Version(
                                row.getInt(1),
                                json.readValue(row.getString(2), OFFERS),
                                row.getString(3),
                                row.getTimestamp(4).toInstant()))
                        : Optional.empty();
            }
        }
    }

    private static int unknown(Connection connection, String offers) throws SQLException {
        try (var select = connection.prepareStatement(UNKNOWN)) {
            select.setString(1, offers);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }
}
