package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import tools.jackson.databind.JsonNode;

/** Says, moderates and answers at the running service. */
abstract class OnVoice extends OnRunningService {

    protected static final String JSON = "application/json";
    protected static final String OURS = "voiced";
    protected static final String SUGGESTIONS = "/voice/suggestions";
    protected static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));

    OnVoice(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    protected Answer suggest(String about, String words) {
        return door.postAsNobody(SUGGESTIONS, suggestion(about, words));
    }

    protected static Map<String, Object> suggestion(String about, String words) {
        return Map.of("kind", "service", "about", about, "words", words);
    }

    protected void take(String role, long number, Map<String, Object> step) {
        Answer taken = door.post(role, steps(number), JSON, step);
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    }

    protected static String steps(long number) {
        return "/voice/queue/" + number + "/steps";
    }

    protected static Map<String, Object> step(String step, String words) {
        return Map.of("step", step, "words", words, "namesNobody", true);
    }

    protected static Map<String, Object> with(Map<String, Object> step, String name, Object value) {
        Map<String, Object> more = new HashMap<>(step);
        more.put(name, value);
        return more;
    }

    protected static Map<String, Object> publish(String about, String words, String agency) {
        return with(with(step("publish", words), "about", about), "agency", agency);
    }

    protected static Map<String, Object> decide(String verdict, String reason) {
        return with(with(step("decide", reason), "verdict", verdict), "role", "Head of Transport");
    }

    protected static Map<String, Object> figure(String of, String path, @Nullable String amount) {
        Map<String, Object> link = with(with(step("link", "What it took"), "of", of), "path", path);
        return amount == null ? link : with(link, "amount", amount);
    }

    protected JsonNode chain(String agency, long number) {
        return ofNumber(
                door.getAsNobody("/voice/chain?limit=1000&agency=" + agency).json(), number, "suggestion");
    }

    protected JsonNode waiting(String role, long number) {
        return ofNumber(door.get(role, "/voice/queue?limit=1000").json(), number, "suggestion");
    }

    protected JsonNode register(long number) {
        return ofNumber(door.getAsNobody("/voice/register?limit=1000").json(), number, "");
    }

    protected static JsonNode ofNumber(JsonNode page, long number, String within) {
        return page.path("results")
                .valueStream()
                .filter(one -> (within.isEmpty() ? one : one.path(within))
                                .path("number")
                                .asLong()
                        == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError(number + " is not in " + page));
    }

    protected static List<String> words(JsonNode list, String name) {
        return list.valueStream().map(one -> one.path(name).asString()).toList();
    }

    protected void assertNothingOfItIsPublic(long number, String code) {
        for (String path : List.of("/voice/register?limit=1000", "/voice/chain?limit=1000", SUGGESTIONS + "/" + code)) {
            assertThat(door.getAsNobody(path).body())
                    .as("%s of %d", path, number)
                    .doesNotContain("Bell", "Zebedee", "960");
        }
        assertThat(door.getAsNobody("/voice/register", MediaType.parseMediaType("text/csv"))
                        .body())
                .doesNotContain("Bell", "Zebedee", "960");
    }

    protected static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
