package org.totalplace.spend.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.totalplace.spend.ledger.Asked;
import org.totalplace.spend.ledger.LinesTable;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what waits, one export at a time, and removes what has expired. Whoever writes holds the row of the export: a
 * crash lets go of it with all that was written, and the next begins anew. Notes of progress refer to that row, so it
 * is not held against them.
 */
final class WritingExports implements Rounds.Round {

    private static final Logger LOG = LoggerFactory.getLogger(WritingExports.class);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int BUFFERS_AHEAD = 2;
    private static final long ROWS_BETWEEN_NOTES = 50_000;

    private static final String NEXT = """
            select id, question::text, revision from export where status = 'waiting' order by asked_at limit 1
            for no key update skip locked
            """;

    private static final String ENDED = "update export set status = ?, bytes = ? where id = ?";

    private static final String NOTE = """
            insert into export_progress (export, written) values (?, ?)
            on conflict (export) do update set written = excluded.written
            """;

    private static final String EXPIRE = """
            update export set status = 'expired', bytes = null where id in (
                select id from export where status in ('waiting', 'ready', 'failed') and expires_at <= ?
                for no key update skip locked)
            returning id
            """;

    private static final String REMOVE = "delete from export_chunk where export = any(?)";

    /** What others have asked for and not got yet is not counted: whoever is written first finds room. */
    private static final String LEFT = """
            select least(? - coalesce(sum(e.bytes) filter (where e.asked_by = me.asked_by), 0),
                         ? - coalesce(sum(e.bytes), 0))::bigint
              from (select asked_by from export where id = ?) me
              left join export e on e.status = 'ready'
            """;

    private static final String KEEP = "insert into export_chunk (export, place, bytes) values (?, ?, ?)";

    private final BulkDatabase database;
    private final LinesTable table;
    private final ExportSettings settings;
    private final JsonMapper json;
    private final InstantSource clock;

    WritingExports(
            BulkDatabase database, LinesTable table, ExportSettings settings, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.table = table;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    private record Due(UUID id, Slice slice, int revision) {}

    @Override
    public Duration run() throws Exception {
        database.inTransaction(this::expire);
        return database.inTransaction(this::next) ? Duration.ZERO : IDLE;
    }

    private boolean expire(Connection connection) throws SQLException {
        List<UUID> gone = new ArrayList<>();
        try (PreparedStatement expire = connection.prepareStatement(EXPIRE)) {
            expire.setTimestamp(1, Timestamp.from(clock.instant()));
            try (ResultSet expired = expire.executeQuery()) {
                while (expired.next()) {
                    gone.add(expired.getObject(1, UUID.class));
                }
            }
        }
        if (!gone.isEmpty()) {
            try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
                remove.setArray(1, connection.createArrayOf("uuid", gone.toArray()));
                remove.executeUpdate();
            }
        }
        return true;
    }

    private boolean next(Connection connection) throws Exception {
        try (PreparedStatement next = connection.prepareStatement(NEXT);
                ResultSet row = next.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            UUID id = row.getObject(1, UUID.class);
            Asked asked = json.readValue(row.getString(2), Asked.class);
            write(connection, new Due(id, asked.slice(clock.instant()).in(asked.place()), row.getInt(3)));
            return true;
        }
    }

    private void write(Connection connection, Due due) throws Exception {
        Savepoint nothing = connection.setSavepoint();
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            long bytes = written(due, keep, left(connection, due.id()));
            // Another replica may have taken the room meanwhile.
            try (PreparedStatement alone = connection.prepareStatement(Exports.ONE_BY_ONE)) {
                alone.execute();
            }
            Chunks.requireRoom(bytes, left(connection, due.id()));
            ended(connection, due.id(), "ready", bytes);
        } catch (IOException | RuntimeException failure) {
            if (failure.getCause() instanceof InterruptedException) {
                throw failure;
            }
            LOG.error("Export {} failed", due.id(), failure);
            connection.rollback(nothing);
            ended(connection, due.id(), "failed", null);
        }
    }

    /** Bytes that this export may have, beside all that are kept. */
    private long left(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEFT)) {
            select.setLong(1, settings.mostOfCaller().toBytes());
            select.setLong(2, settings.most().toBytes());
            select.setObject(3, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void keep(PreparedStatement keep, UUID id, int place, byte[] bytes) throws IOException {
        try {
            keep.setObject(1, id);
            keep.setInt(2, place);
            keep.setBytes(3, bytes);
            keep.executeUpdate();
        } catch (SQLException broken) {
            throw new IOException("A piece of the export cannot be kept", broken);
        }
    }

    private long written(Due due, PreparedStatement keep, long most) throws Exception {
        AtomicLong rows = new AtomicLong();
        note(due.id(), 0);
        Chunks file = new Chunks((place, bytes) -> keep(keep, due.id(), place, bytes), most);
        // A stream that is closed stops the query, whatever went wrong with the file.
        try (Stream<DataBuffer> buffers =
                table.csv(due.slice(), due.revision(), rows::incrementAndGet).toStream(BUFFERS_AHEAD)) {
            long noted = 0;
            for (DataBuffer buffer : (Iterable<DataBuffer>) buffers::iterator) {
                byte[] bytes = new byte[buffer.readableByteCount()];
                buffer.read(bytes);
                DataBufferUtils.release(buffer);
                file.write(bytes);
                if (rows.get() - noted >= ROWS_BETWEEN_NOTES) {
                    noted = rows.get();
                    note(due.id(), noted);
                }
            }
        }
        file.end();
        note(due.id(), rows.get());
        return file.written();
    }

    /** In a transaction of its own, so that the asker sees it while the table is written. */
    private void note(UUID id, long rows) throws Exception {
        database.inTransaction(connection -> {
            try (PreparedStatement note = connection.prepareStatement(NOTE)) {
                note.setObject(1, id);
                note.setLong(2, rows);
                return note.executeUpdate();
            }
        });
    }

    private static void ended(Connection connection, UUID id, String status, @Nullable Long bytes) throws SQLException {
        try (PreparedStatement ended = connection.prepareStatement(ENDED)) {
            ended.setString(1, status);
            ended.setObject(2, bytes, Types.BIGINT);
            ended.setObject(3, id);
            ended.executeUpdate();
        }
    }
}
