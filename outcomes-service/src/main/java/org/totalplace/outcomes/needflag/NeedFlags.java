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
            select id, kind, stage, raised_on, expires_on, words, found_at, agency, version,
                   exists (select from subject_person s where s.subject = n.subject) as linked
            from need_flag n where ended_on is null and expires_on >= ? and (raised_on, id) > (?, ?)
            order by raised_on, id limit ?
            """;

    private static final String ALL_OPEN = "select count(*) from need_flag where ended_on is null and expires_on >= ?";

    private static final String IS_KNOWN = "select from subject_person where subject = ?";

    private static final String LOCK =
            "select stage, subject, expires_on, version from need_flag where id = ? and ended_on is null for update";

    private static final String TAKE_UP = """
            update need_flag set stage = 'taken-up', agency = ?, subject = ?, version = version + 1 where id = ?
            """;

    private static final String END = """
            update need_flag set stage = ?, ended_on = ?, words = null, found_at = null, subject = null where id = ?
            """;

    private static final String EXPIRED = """
            select id, subject from need_flag where ended_on is null and expires_on < ? order by id for update
            """;

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
            boolean linked,
            int version) {}

    /** Where a page of open flags begins: after this one. */
    record After(LocalDate raisedOn, UUID id) {

        static final After NONE = new After(LocalDate.EPOCH, new UUID(0, 0));
    }

    /** @param total how many are open on all pages */
    record OpenPage(List<Open> flags, long total) {}

    /** Whom a flag that is taken up is about. */
    sealed interface About {

        /** As it stands already. */
        record AsBefore() implements About {}

        record Subject(UUID subject) implements About {}

        /** Somebody was told wrongly, or is not to be told. */
        record Nobody() implements About {}
    }

    /** What came of a step. */
    sealed interface Stepping {
        record Done(FlagStage stage) implements Stepping {}

        record NoSuchFlag() implements Stepping {}

        record NotNow(FlagStage stage) implements Stepping {}

        /** Somebody else took a step since it was read. */
        record Stale() implements Stepping {}

        record NoSuchPerson() implements Stepping {}
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

    OpenPage open(LocalDate today, After after, int most) throws Exception {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = prepared(connection, OPEN, today, after.raisedOn(), after.id(), most);
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
                            rows.getBoolean("linked"),
                            rows.getInt("version")));
                }
                return new OpenPage(open, count(connection, today));
            }
        });
    }

    private static long count(Connection connection, LocalDate today) throws SQLException {
        try (PreparedStatement select = prepared(connection, ALL_OPEN, today);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @param seen the version that was read; null where the step is meant for any */
    Stepping takeUp(UUID flag, @Nullable Integer seen, String agency, About about, LocalDate today) throws Exception {
        return step(flag, Step.TAKE_UP, seen, today, (connection, before) -> {
            if (about instanceof About.Subject named && !isKnown(connection, named.subject())) {
                return false;
            }
            UUID subject = switch (about) {
                case About.AsBefore same -> before;
                case About.Subject named -> named.subject();
                case About.Nobody nobody -> null;
            };
            update(connection, TAKE_UP, agency, subject, flag);
            touch(connection, before);
            touch(connection, subject);
            return true;
        });
    }

    private static boolean isKnown(Connection connection, UUID subject) throws SQLException {
        try (PreparedStatement select = prepared(connection, IS_KNOWN, subject);
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** Ends it: what it tells is deleted in the same transaction. */
    Stepping end(UUID flag, @Nullable Integer seen, Step step, LocalDate today) throws Exception {
        return step(flag, step, seen, today, (connection, subject) -> {
            update(connection, END, step == Step.HELPED ? "helped" : "dismissed", today, flag);
            touch(connection, subject);
            return true;
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
            touched.changedForOthers(connection);
            return over.size();
        });
    }

    private interface Change {

        /** False, and nothing changed, where whom it would be about is not known. */
        boolean in(Connection connection, @Nullable UUID subjectBefore) throws SQLException;
    }

    private Stepping step(UUID flag, Step step, @Nullable Integer seen, LocalDate today, Change change)
            throws Exception {
        return database.inTransaction(connection -> {
            touched.begin(connection);
            try (PreparedStatement lock = prepared(connection, LOCK, flag);
                    ResultSet row = lock.executeQuery()) {
                if (!row.next() || row.getObject("expires_on", LocalDate.class).isBefore(today)) {
                    return new Stepping.NoSuchFlag();
                }
                if (seen != null && seen != row.getInt("version")) {
                    return new Stepping.Stale();
                }
                FlagStage stage = FlagStage.ofCode(row.getString("stage"));
                Optional<FlagStage> next = stage.after(step);
                if (next.isEmpty()) {
                    return new Stepping.NotNow(stage);
                }
                if (!change.in(connection, row.getObject("subject", UUID.class))) {
                    return new Stepping.NoSuchPerson();
                }
                touched.changedForOthers(connection);
                return new Stepping.Done(next.get());
            }
        });
    }

    /** Open pages of the person's view hear of it, but not those of the person. */
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
