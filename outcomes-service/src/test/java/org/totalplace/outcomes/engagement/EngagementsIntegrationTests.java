package org.totalplace.outcomes.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import org.totalplace.outcomes.RunningService;
import tools.jackson.databind.JsonNode;

class EngagementsIntegrationTests extends OnRunningService {

    private static final String JSON = "application/json";
    private static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));

    private final String code = "e" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/voice/engagements/" + code;

    @Autowired
    EngagementsIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @Test
    void ask_everybody_count_who_took_part_and_tell_what_came_of_it() throws Exception {
        set(engagement(), 200);
        for (int i = 0; i < 12; i++) {
            said(Map.of("answers", List.of(1), "area", "NM1"), 201);
        }
        List<Map<String, Object>> paper = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            paper.add(Map.of("answers", List.of(2), "area", "NM2", "ageBand", "65-plus"));
        }
        assertThat(enter("communications", "print", paper).status()).isEqualTo(201);

        JsonNode open = told();
        assertThat(open.path("stage").asString()).isEqualTo("open");
        assertThat(open.has("answers")).isFalse();
        assertThat(open.path("areas").get(0).path("responses").path("value").asLong())
                .isEqualTo(10);
        assertThat(open.path("areas").get(1).path("perExpected").decimalValue()).isEqualByComparingTo("0.67");
        assertThat(tell("It was heard", null).status()).isEqualTo(409);

        over();
        said(Map.of("answers", List.of(1)), 409);
        assertThat(enter("communications", "print", paper.subList(0, 1)).status())
                .isEqualTo(201);
        assertThat(tell("More buses will run", registered()).status()).isEqualTo(201);
        JsonNode closed = told();
        assertThat(closed.path("answers")
                        .get(0)
                        .path("answers")
                        .path("yes")
                        .path("value")
                        .asLong())
                .isEqualTo(10);
        assertThat(closed.path("results").get(0).path("words").asString()).isEqualTo("More buses will run");
        assertThat(door.getAsNobody(path, MediaType.parseMediaType("text/csv")).body())
                .contains("code,by,group,name,people,populationShare,responses,share,perExpected")
                .contains(code + ",area,NM1,Town,10000,0.250,10,0.500,2.00");
        assertThat(door.getAsNobody("/voice/engagements?limit=200").body()).contains(code);
    }

    @Test
    void hide_who_took_part_where_they_are_few() {
        set(engagement(), 200);
        for (int i = 0; i < 3; i++) {
            said(Map.of("answers", List.of(1), "area", "NM1"), 201);
        }

        JsonNode told = told();

        assertThat(told.path("areas").get(0).path("responses").path("symbol").asString())
                .isEqualTo("c");
        assertThat(told.path("responses").path("symbol").asString()).isEqualTo("c");
        assertThat(told.toString()).doesNotContain("\"value\":3");
    }

    @Test
    void are_run_by_the_communications_team_and_nobody_else() {
        for (String role : List.of("board", "analyst", "practitioner", "auditor", "safeguarding", "somebody")) {
            assertThat(door.put(role, path, engagement()).status()).as(role).isEqualTo(403);
            assertThat(enter(role, "print", List.of(Map.of("answers", List.of(1))))
                            .status())
                    .as(role)
                    .isEqualTo(403);
            assertThat(door.post(role, path + "/results", JSON, Map.of("words", "x"))
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        set(engagement(), 200);
        assertThat(door.getAsNobody(path).status()).isEqualTo(200);
        assertThat(door.getAsNobody(path + "-none").status()).isEqualTo(404);
    }

    @Test
    void keep_their_questions_once_somebody_answered() {
        set(engagement(), 200);
        Map<String, Object> other = engagement();
        other.put("questions", List.of(Map.of("question", "Trams?", "answers", List.of("no", "yes"))));
        set(other, 200);
        set(engagement(), 200);
        said(Map.of("answers", List.of(1)), 201);

        set(other, 409);
        Map<String, Object> longer = engagement();
        longer.put("to", TODAY.plusDays(60));
        longer.put("resultsBy", TODAY.plusDays(90));
        set(longer, 200);
        set(engagement(), 409);
        Map<String, Object> fewer = new HashMap<>(longer);
        fewer.put("channels", List.of("online"));
        set(fewer, 409);
        Map<String, Object> others = new HashMap<>(longer);
        others.put("population", null);
        set(others, 409);
    }

    @Test
    void take_no_words_and_nothing_that_was_not_asked() throws Exception {
        set(engagement(), 200);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("answers", List.of(3)),
                Map.of("answers", Arrays.asList((Integer) null)),
                Map.of("answers", List.of(1), "area", "Mrs Smith’s house"),
                Map.of("answers", List.of(1), "ageBand", "7"))) {
            said(wrong, 400);
        }
        // All or none: the second of these has an answer that there is not.
        assertThat(enter(
                                "communications",
                                "meeting",
                                List.of(Map.of("answers", List.of(1)), Map.of("answers", List.of(9))))
                        .status())
                .isEqualTo(400);
        assertThat(enter("communications", "online", List.of(Map.of("answers", List.of(1))))
                        .status())
                .isEqualTo(400);
        assertThat(told().path("responses").path("value").asLong()).isZero();

        over();
        assertThat(tell("Ring Dr Foster on 0161 496 0000", null).status()).isEqualTo(400);
        assertThat(tell("It goes on", 999_999_999L).status()).isEqualTo(400);
        Map<String, Object> backwards = engagement();
        backwards.put("to", TODAY.minusDays(10));
        set(backwards, 400);
        Map<String, Object> nothing = engagement();
        nothing.put("questions", List.of());
        set(nothing, 400);
        nothing.put("questions", Arrays.asList((Object) null));
        set(nothing, 400);
    }

    private Map<String, Object> engagement() {
        Map<String, Object> engagement = new HashMap<>();
        engagement.put("title", "Evening buses");
        engagement.put("about", Map.of("kind", "place"));
        engagement.put("audience", "Everybody who lives here");
        engagement.put("answerable", "Head of transport");
        engagement.put("from", TODAY.minusDays(3));
        engagement.put("to", TODAY.plusDays(30));
        engagement.put("resultsBy", TODAY.plusDays(60));
        engagement.put("channels", List.of("online", "print", "meeting"));
        engagement.put("questions", List.of(Map.of("question", "A bus after eight?", "answers", List.of("yes", "no"))));
        engagement.put(
                "population",
                Map.of(
                        "source",
                        "Census",
                        "areas",
                        List.of(
                                Map.of("code", "NM1", "name", "Town", "people", 10_000),
                                Map.of("code", "NM2", "name", "Hills", "people", 30_000)),
                        "ageBands",
                        List.of(Map.of("code", "65-plus", "name", "65 and over", "people", 8_000))));
        return engagement;
    }

    private void set(Map<String, Object> engagement, int status) {
        Answer answer = door.put("communications", path, engagement);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private void said(Map<String, Object> response, int status) {
        Answer answer = door.postAsNobody(path + "/responses", new HashMap<>(response));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private Answer enter(String role, String channel, List<Map<String, Object>> responses) {
        return door.post(role, path + "/returns", JSON, Map.of("channel", channel, "responses", responses));
    }

    private Answer tell(String words, @Nullable Long suggestion) {
        Map<String, Object> result = new HashMap<>(Map.of("words", words, "namesNobody", true));
        if (suggestion != null) {
            result.put("suggestion", suggestion);
        }
        return door.post("communications", path + "/results", JSON, result);
    }

    private JsonNode told() {
        return door.getAsNobody(path).json();
    }

    /** As if its time were over. */
    private void over() throws Exception {
        execute("""
                update engagement set document = jsonb_set(document, '{to}', to_jsonb((current_date - 2)::text))
                 where code = '%s' returning 1
                """.formatted(code));
    }

    /** A suggestion that is in the register. */
    private static Long registered() throws Exception {
        return execute("insert into suggestion (code, kind, stage) values (uuid_send(gen_random_uuid()), 'place',"
                + " 'published') returning number");
    }

    private static long execute(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(
                        RunningService.DATABASE.jdbcUrl(),
                        RunningService.DATABASE.ownerRole(),
                        RunningService.DATABASE.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
