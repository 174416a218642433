package org.totalplace.spend.revision;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the last revision that a moment knew of. */
@Component
public class RevisionAt {

    private final DatabaseClient database;

    RevisionAt(DatabaseClient database) {
        this.database = database;
    }

    /** The number of the revision, 0 before the first. */
    public Mono<Integer> moment(Instant asOf) {
        return database.sql("select coalesce(max(id), 0) from revision where made_at <= :asOf")
                .bind("asOf", asOf.atOffset(ZoneOffset.UTC))
                .mapValue(Integer.class)
                .one();
    }

    /**
     * The condition that a row was in force at the bound parameter {@code :revision}.
     *
     * @param row name of a table in the query, with columns since and until
     */
    public static String inForce(String row) {
        return row + ".since <= :revision and (" + row + ".until is null or " + row + ".until > :revision)";
    }
}
