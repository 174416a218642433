package org.totalplace.outcomes.engagement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.outcomes.engagement.EngagementAnswer.Counted;
import org.totalplace.outcomes.engagement.EngagementAnswer.Result;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Keeps consultations, what was answered, and what came of them. Everything here blocks. */
@Component
class Engagements {

    private static final String HOLD = "select document::text from engagement where code = ? for update";

    private static final String SET = """
            insert into engagement (code, opens, closes, document, set_by, set_at) values (?, ?, ?, ?::jsonb, ?, ?)
                on conflict (code) do update
               set opens = excluded.opens, closes = excluded.closes, document = excluded.document,
                   set_by = excluded.set_by, set_at = excluded.set_at
            """;

    private static final String IS_ANSWERED = "select from engagement_response where engagement = ? limit 1";

    private static final String SHARE = "select document::text from engagement where code = ? for share";

    private static final String ANSWER = """
            insert into engagement_response (engagement, channel, received_on, area, age_band, answers) values (?, ?, ?, ?, ?, ?)
            """;

    private static final String ALL = """
            select code, document::text as document from engagement where (opens, code) < (?, ?) order by opens desc, code desc limit ?
            """;

    private static final String PARTS = """
            select channel, coalesce(area, '') as area, coalesce(age_band, '') as age_band, count(*) as times
              from engagement_response where engagement = ? group by channel, area, age_band
            """;

    private static final String ANSWERS = """
            select r.channel, a.question, a.answer, count(*) as times
              from engagement_response r, unnest(r.answers) with ordinality as a (answer, question)
             where r.engagement = ? and a.answer > 0
             group by r.channel, a.question, a.answer
            """;

    private static final String RESULTS =
            "select told_on, words, suggestion, journey from engagement_result where engagement = ? order by seq";

    /** What is in the register: published, or at least looked at. */
    private static final String IS_REGISTERED = "select from suggestion where number = ? and stage <> 'received'";

    private static final String TELL = """
            insert into engagement_result (engagement, seq, told_on, words, suggestion, journey, entered_by, entered_at)
            values (?, (select coalesce(max(seq), 0) + 1 from engagement_result where engagement = ?), ?, ?, ?, ?, ?, ?)
            """;

    private final BulkDatabase database;
    private final JsonMapper json;

    Engagements(BulkDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One, with its code. */
    record Kept(String code, Engagement engagement) {

        /** Where it stands in the list. */
        record Place(LocalDate day, String code) {}
    }

    /** Who writes, and when. */
    record By(String name, LocalDate today, Instant now) {}

    /** What becomes of writing one down. */
    enum Setting {
        KEPT,
        /** It is another than the one that was answered. */
        ALREADY_ANSWERED
    }

    /** What becomes of answers, and of what is told. */
    sealed interface Taking {

        record Taken() implements Taking {}

        record NoSuchEngagement() implements Taking {}

        /** It is not open, or for results: not over. */
        record NotNow(Engagement.Stage stage) implements Taking {}

        /** @param place of the answer in the list, from 0 */
        record Wrong(int place, String why) implements Taking {}
    }

    Setting set(String code, Engagement engagement, By by) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Engagement> before = one(connection, HOLD, code);
            if (before.isPresent()
                    && !before.get().mayBecome(engagement, by.today())
                    && exists(connection, IS_ANSWERED, code)) {
                return Setting.ALREADY_ANSWERED;
            }
            run(
                    connection,
                    SET,
                    code,
                    engagement.from(),
                    engagement.to(),
                    json.writeValueAsString(engagement),
                    by.name(),
                    Timestamp.from(by.now()));
            return Setting.KEPT;
        });
    }

    /**
     * Takes all or none.
     *
     * @param late whether it may be over already: paper comes later than people wrote it
     */
    Taking answer(String code, List<Response> responses, boolean late, LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Engagement> found = one(connection, SHARE, code);
            if (found.isEmpty()) {
                return new Taking.NoSuchEngagement();
            }
            Engagement.Stage stage = found.get().stage(today);
            if (stage == Engagement.Stage.PLANNED || stage == Engagement.Stage.CLOSED && !late) {
                return new Taking.NotNow(stage);
            }
            for (int i = 0; i < responses.size(); i++) {
                Optional<String> objection = responses.get(i).objection(found.get());
                if (objection.isPresent()) {
                    return new Taking.Wrong(i, objection.get());
                }
            }
            for (Response response : responses) {
                run(
                        connection,
                        ANSWER,
                        code,
                        response.channel(),
                        today,
                        response.area(),
                        response.ageBand(),
                        connection.createArrayOf("int2", response.answers().toArray()));
            }
            return new Taking.Taken();
        });
    }

    Taking tell(String code, Result result, By by) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Engagement> found = one(connection, HOLD, code);
            if (found.isEmpty()) {
                return new Taking.NoSuchEngagement();
            }
            Engagement.Stage stage = found.get().stage(by.today());
            if (stage != Engagement.Stage.CLOSED) {
                return new Taking.NotNow(stage);
            }
            if (result.suggestion() != null && !exists(connection, IS_REGISTERED, result.suggestion())) {
                return new Taking.Wrong(0, "The register has no suggestion " + result.suggestion());
            }
            run(
                    connection,
                    TELL,
                    code,
                    code,
                    result.toldOn(),
                    result.words(),
                    result.suggestion(),
                    result.journey(),
                    by.name(),
                    Timestamp.from(by.now()));
            return new Taking.Taken();
        });
    }

    /** The newest first, before this one. */
    List<Kept> all(LocalDate beforeDay, String before, int most) throws Exception {
        return database.inTransaction(connection -> all(
                connection,
                ALL,
                row -> new Kept(row.getString("code"), read(row.getString("document"))),
                beforeDay,
                before,
                most));
    }

    /** As everybody reads it; empty where there is none of this code. */
    Optional<EngagementAnswer> told(String code, LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Engagement> found = one(connection, SHARE, code);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Counted counted = counted(connection, code, found.get());
            List<Result> results = all(connection, RESULTS, Engagements::result, code);
            return Optional.of(EngagementAnswer.of(code, found.get(), counted, results, today));
        });
    }

    private static Counted counted(Connection connection, String code, Engagement engagement) throws SQLException {
        Tally areas = Tally.empty();
        Tally ageBands = Tally.empty();
        all(
                connection,
                PARTS,
                row -> {
                    areas.add(row.getString("area"), row.getString("channel"), row.getLong("times"));
                    ageBands.add(row.getString("age_band"), row.getString("channel"), row.getLong("times"));
                    return true;
                },
                code);
        List<Tally> answers =
                engagement.questions().stream().map(asked -> Tally.empty()).toList();
        all(
                connection,
                ANSWERS,
                row -> {
                    int question = row.getInt("question") - 1;
                    String answer =
                            engagement.questions().get(question).answers().get(row.getInt("answer") - 1);
                    answers.get(question).add(answer, row.getString("channel"), row.getLong("times"));
                    return true;
                },
                code);
        return new Counted(areas, ageBands, answers);
    }

    private Optional<Engagement> one(Connection connection, String sql, String code) throws SQLException {
        return all(connection, sql, row -> read(row.getString(1)), code).stream()
                .findFirst();
    }

    private Engagement read(String document) {
        return json.readValue(document, Engagement.class);
    }

    private static Result result(ResultSet row) throws SQLException {
        return new Result(
                row.getObject("told_on", LocalDate.class),
                row.getString("words"),
                row.getObject("suggestion", Long.class),
                row.getString("journey"));
    }

    private static boolean exists(Connection connection, String sql, Object parameter) throws SQLException {
        return !all(connection, sql, row -> true, parameter).isEmpty();
    }

    /** Makes a value of the row that is being read. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> all(Connection connection, String sql, Reading<T> reading, Object... parameters)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement select = prepared(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(reading.of(row));
            }
        }
        return all;
    }

    private static void run(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.executeUpdate();
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
