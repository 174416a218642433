package org.totalplace.outcomes.needflag;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            from need_flag n where ended_on is null and expires_on > ? and (raised_on, id) > (?, ?)
            order by raised_on, id limit ?
            """;

    private static final String ALL_OPEN = """
            select count(*), count(*) filter (where stage = 'raised' and raised_on <= ?)
            from need_flag where ended_on is null and expires_on > ?
            """;

    private static final String IS_KNOWN = "select from subject_person where subject = ?";

    private static final String LOCK =
            "select stage, subject, expires_on, version from need_flag where id = ? and ended_on is null for update";

    private static final String TAKE_UP = """
            update need_flag set stage = 'taken-up', agency = ?, subject = ?, version = version + 1,
                expires_on = least(?::date, raised_on + %d)
            where id = ?
            """.formatted(NeedFlags.MOST_DAYS);

    private static final String END = """
            update need_flag set stage = ?, ended_on = ?, words = null, found_at = null, subject = null where id = ?
            """;

    private static final String EXPIRED = """
            select id, subject, stage from need_flag where ended_on is null and expires_on <= ? order by id for update
            """;

    private static final String RECORD = """
            insert into need_flag_step (flag, seq, step, role, organisation, taken_at)
            select f.id, coalesce(max(s.seq), 0) + 1, ?::text, ?::text, ?::text, ?::timestamptz
            from need_flag f left join need_flag_step s on s.flag = f.id
            where f.id = ? group by f.id
            """;

    private static final String PERSON = "select person from subject_person where subject = ?";

    /** Days after which a flag is deleted, from its being raised or taken up; and from its being raised, whatever. */
    static final int DAYS = 30;

    static final int MOST_DAYS = 90;

    private final BulkDatabase database;
    private final TouchedSubjects touched;
    private final InstantSource clock;

    NeedFlags(BulkDatabase database, TouchedSubjects touched, InstantSource clock) {
        this.database = database;
        this.touched = touched;
        this.clock = clock;
    }

    /**
     * Who takes a step.
     *
     * @param roles theirs, never a name
     */
    record By(String roles, @Nullable String organisation) {

        static final By TIMER = new By("timer", null);
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

    /**
     * A page of open flags.
     *
     * @param total how many are open on all pages
     * @param late how many of those nobody has read in time
     */
    record OpenPage(List<Open> flags, long total, long late) {}

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
        /** @param person whom it is about, or was until this step; null where it was about nobody who is known */
        record Done(FlagStage stage, @Nullable UUID person) implements Stepping {}

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

    /** @param late what was raised on this day or before should have been read */
    OpenPage open(LocalDate today, LocalDate late, After after, int most) throws Exception {
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
                return counted(connection, open, late, today);
            }
        });
    }

    private static OpenPage counted(Connection connection, List<Open> open, LocalDate late, LocalDate today)
            throws SQLException {
        try (PreparedStatement select = prepared(connection, ALL_OPEN, late, today);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new OpenPage(open, row.getLong(1), row.getLong(2));
        }
    }

    /** @param seen the version that was read; null where the step is meant for any */
    record Which(UUID flag, @Nullable Integer seen) {}

    Stepping takeUp(Which which, String agency, About about, LocalDate today, By by) throws Exception {
        return step(which, Step.TAKE_UP, today, (connection, before) -> {
            if (about instanceof About.Subject named && !isKnown(connection, named.subject())) {
                return false;
            }
            UUID subject = switch (about) {
                case About.AsBefore same -> before;
                case About.Subject named -> named.subject();
                case About.Nobody nobody -> null;
            };
            update(connection, TAKE_UP, agency, subject, today.plusDays(DAYS), which.flag());
            record(connection, which.flag(), named(about), by);
            touch(connection, before);
            touch(connection, subject);
            return true;
        });
    }

    private static String named(About about) {
        return switch (about) {
            case About.AsBefore same -> Step.TAKE_UP.code();
            case About.Subject named -> "link";
            case About.Nobody nobody -> "unlink";
        };
    }

    private void record(Connection connection, UUID flag, String step, By by) throws SQLException {
        update(connection, RECORD, step, by.roles(), by.organisation(), Timestamp.from(clock.instant()), flag);
    }

    private static boolean isKnown(Connection connection, UUID subject) throws SQLException {
        try (PreparedStatement select = prepared(connection, IS_KNOWN, subject);
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** Ends it: what it tells is deleted in the same transaction. */
    Stepping end(Which which, Step step, LocalDate today, By by) throws Exception {
        return step(which, step, today, (connection, subject) -> {
            update(connection, END, step == Step.HELPED ? "helped" : "dismissed", today, which.flag());
            record(connection, which.flag(), step.code(), by);
            touch(connection, subject);
            return true;
        });
    }

    /** Ends what nobody has ended in time; says how many. */
    int expire(LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            Map<UUID, FlagStage> over = new LinkedHashMap<>();
            List<Optional<UUID>> subjects = new ArrayList<>();
            try (PreparedStatement select = prepared(connection, EXPIRED, today);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    over.put(rows.getObject(1, UUID.class), FlagStage.ofCode(rows.getString(3)));
                    subjects.add(Optional.ofNullable(rows.getObject(2, UUID.class)));
                }
            }
            touched.begin(connection);
            for (Map.Entry<UUID, FlagStage> flag : over.entrySet()) {
                FlagStage end = flag.getValue().after(Step.EXPIRE).orElseThrow();
                update(connection, END, end.code(), today, flag.getKey());
                record(connection, flag.getKey(), Step.EXPIRE.code(), By.TIMER);
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

    private Stepping step(Which which, Step step, LocalDate today, Change change) throws Exception {
        return database.inTransaction(connection -> {
            touched.begin(connection);
            try (PreparedStatement lock = prepared(connection, LOCK, which.flag());
                    ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getObject("expires_on", LocalDate.class).isAfter(today)) {
                    return new Stepping.NoSuchFlag();
                }
                if (which.seen() != null && which.seen() != row.getInt("version")) {
                    return new Stepping.Stale();
                }
                FlagStage stage = FlagStage.ofCode(row.getString("stage"));
                Optional<FlagStage> next = stage.after(step);
                if (next.isEmpty()) {
                    return new Stepping.NotNow(stage);
                }
                UUID before = row.getObject("subject", UUID.class);
                if (!change.in(connection, before)) {
                    return new Stepping.NoSuchPerson();
                }
                UUID after = subject(connection, which.flag());
                touched.changedForOthers(connection);
                return new Stepping.Done(next.get(), person(connection, after == null ? before : after));
            }
        });
    }

    private static @Nullable UUID subject(Connection connection, UUID flag) throws SQLException {
        return uuid(connection, "select subject from need_flag where id = ?", flag);
    }

    private static @Nullable UUID person(Connection connection, @Nullable UUID subject) throws SQLException {
        return subject == null ? null : uuid(connection, PERSON, subject);
    }

    private static @Nullable UUID uuid(Connection connection, String sql, UUID of) throws SQLException {
        try (PreparedStatement select = prepared(connection, sql, of);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getObject(1, UUID.class) : null;
        }
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
