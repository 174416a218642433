package org.totalplace.journey.community.directory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;

/** The directories that are taken in. */
@Component
class Sources {

    private static final String SET = """
            insert into directory_source (source, name, url, stale_after_days, author, set_at) values (?, ?, ?, ?, ?, ?)
                on conflict (source) do update
               set name = excluded.name, url = excluded.url, trouble = null, stale_after_days = excluded.stale_after_days,
                   author = excluded.author, set_at = excluded.set_at
            """;

    private static final String ALL = """
            select s.source, s.name, s.url, s.stale_after_days, s.author, s.set_at, s.fetched_at, s.trouble,
                   (select count(*) from directory_service d where d.source = s.source and d.unlisted_at is null) as listed
              from directory_source s
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    Sources(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Source set(String source, SourceRequest request, String author) throws Exception {
        return database.inTransaction(connection -> {
            Statements.run(
                    connection,
                    SET,
                    source,
                    request.named(),
                    request.url(),
                    request.staleAfterDays(),
                    author,
                    Timestamp.from(clock.instant()));
            return find(connection, source).orElseThrow();
        });
    }

    List<Source> all() throws Exception {
        return database.inTransaction(connection -> read(connection, ALL + " order by s.source", null));
    }

    Optional<Source> find(String source) throws Exception {
        return database.inTransaction(connection -> find(connection, source));
    }

    private static Optional<Source> find(Connection connection, String source) throws SQLException {
        return read(connection, ALL + " where s.source = ?", source).stream().findFirst();
    }

    private static List<Source> read(Connection connection, String sql, @Nullable String source) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            if (source != null) {
                select.setString(1, source);
            }
            List<Source> sources = new ArrayList<>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    sources.add(source(row));
                }
            }
            return sources;
        }
    }

    private static Source source(ResultSet row) throws SQLException {
        Timestamp fetched = row.getTimestamp("fetched_at");
        return new Source(
                row.getString("source"),
                row.getString("name"),
                row.getString("url"),
                row.getObject("stale_after_days", Integer.class),
                row.getString("author"),
                row.getTimestamp("set_at").toInstant(),
                row.getLong("listed"),
                fetched == null ? null : fetched.toInstant(),
                row.getString("trouble"));
    }
}
