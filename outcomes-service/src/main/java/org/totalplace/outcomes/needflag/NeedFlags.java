package org.totalplace.outcomes.needflag;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.needflag.FlagStage.Step;
import org.totalplace.outcomes.personview.TouchedSubjects;
import org.totalplace.starter.bulk.BulkDatabase;

/** Keeps need flags, and deletes what they tell when they end. Everything here blocks. */
@Component
class NeedFlags {

    private static final String RAISE = """
            insert into need_flag (id, code, kind, stage, raised_on, expires_on, words, found_at)
            values (?, ?, ?, 'raised', ?, ?, ?, ?)
            """;

    /** What is over counts as over before it is deleted. */
    private static final String OPEN = """
            select id, kind, stage, raised_on, expires_on, words, found_at, agency, subject is not null as linked
            from need_flag where ended_on is null and expires_on >= ? order by raised_on, id limit ?
            """;

    private static final String LOCK =
            "select stage, subject, expires_on from need_flag where id = ? and ended_on is null for update";

    private static final String TAKE_UP =
            "update need_flag set stage = 'taken-up', agency = ?, subject = ? where id = ?";

    private static final String END = """
            update need_flag set stage = ?, ended_on = ?, words = null, found_at = null, subject = null where id = ?
            """;

    private static final String EXPIRED = """
            select id, subject from need_flag where ended_on is null and expires_on < ? order by id for update
            """;

    private static final int MOST = 500;

    private final BulkDatabase database;
    private final TouchedSubjects touched;

    NeedFlags(BulkDatabase database, TouchedSubjects touched) {
        this.database = database;
        this.touched = touched;
    }

    /** What somebody saw, and where. */
    record Raised(String kind, String words, String where) {}

    /** One that waits, or is looked after. */
    record Open(
            UUID id,
            String kind,
            String stage,
            LocalDate raisedOn,
            LocalDate expiresOn,
            String words,
            String where,
            @Nullable String agency,
            boolean linked) {}

    /** What came of a step. */
    sealed interface Stepping {
        record Done(FlagStage stage) implements Stepping {}

        record NoSuchFlag() implements Stepping {}

        record NotNow(FlagStage stage) implements Stepping {}
    }

    void raise(byte[] code, Raised raised, LocalDate on, LocalDate expires) throws Exception {
        database.inTransaction(connection -> update(
                connection,
                RAISE,
                UUID.randomUUID(),
                code,
                raised.kind(),
                on,
                expires,
                raised.words(),
                raised.where()));
    }

    List<Open> open(LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = prepared(connection, OPEN, today, MOST);
                    ResultSet rows = select.executeQuery()) {
                List<Open> open = new ArrayList<>();
                while (rows.next()) {
                    open.add(new Open(
                            rows.getObject("id", UUID.class),
                            rows.getString("kind"),
                            rows.getString("stage"),
                            rows.getObject("raised_on", LocalDate.class),
                            rows.getObject("expires_on", LocalDate.class),
                            rows.getString("words"),
                            rows.getString("found_at"),
                            rows.getString("agency"),
                            rows.getBoolean("linked")));
                }
                return open;
            }
        });
    }

    /** @param subject whom it is about; null where the agency shall find out, or it is not to be told */
    Stepping takeUp(UUID flag, String agency, @Nullable UUID subject, LocalDate today) throws Exception {
        return step(flag, Step.TAKE_UP, today, (connection, before) -> {
            update(connection, TAKE_UP, agency, subject, flag);
            touch(connection, before);
            touch(connection, subject);
        });
    }

    /** Ends it: what it tells is deleted in the same transaction. */
    Stepping end(UUID flag, Step step, LocalDate today) throws Exception {
        return step(flag, step, today, (connection, subject) -> {
            update(connection, END, step == Step.HELPED ? "helped" : "dismissed", today, flag);
            touch(connection, subject);
        });
    }

    /** Ends what nobody has ended in time; says how many. */
    int expire(LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            List<UUID> over = new ArrayList<>();
            List<Optional<UUID>> subjects = new ArrayList<>();
            try (PreparedStatement select = prepared(connection, EXPIRED, today);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    over.add(rows.getObject(1, UUID.class));
                    subjects.add(Optional.ofNullable(rows.getObject(2, UUID.class)));
                }
            }
            touched.begin(connection);
            for (UUID flag : over) {
                update(connection, END, "expired", today, flag);
            }
            for (Optional<UUID> subject : subjects) {
                if (subject.isPresent()) {
                    update(connection, "insert into touched_subject values (?) on conflict do nothing", subject.get());
                }
            }
            touched.recompute(connection);
            return over.size();
        });
    }

    private interface Change {
        void in(Connection connection, @Nullable UUID subjectBefore) throws SQLException;
    }

    private Stepping step(UUID flag, Step step, LocalDate today, Change change) throws Exception {
        return database.inTransaction(connection -> {
            touched.begin(connection);
            try (PreparedStatement lock = prepared(connection, LOCK, flag);
                    ResultSet row = lock.executeQuery()) {
                if (!row.next() || row.getObject("expires_on", LocalDate.class).isBefore(today)) {
                    return new Stepping.NoSuchFlag();
                }
                FlagStage stage = FlagStage.ofCode(row.getString("stage"));
                Optional<FlagStage> next = stage.after(step);
                if (next.isEmpty()) {
                    return new Stepping.NotNow(stage);
                }
                change.in(connection, row.getObject("subject", UUID.class));
                touched.recompute(connection);
                return new Stepping.Done(next.get());
            }
        });
    }

    /** Open pages of the person's view hear of it. */
    private static void touch(Connection connection, @Nullable UUID subject) throws SQLException {
        if (subject != null) {
            update(connection, "insert into touched_subject values (?) on conflict do nothing", subject);
        }
    }

    private static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement update = prepared(connection, sql, parameters)) {
            return update.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
