package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import tools.jackson.databind.JsonNode;

class RefusedVoiceIntegrationTests extends OnVoice {

    @Autowired
    RefusedVoiceIntegrationTests(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0"})
    void without_words(String words) {
        Answer refused = suggest("the bus", words);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("required-value");
    }

    @Test
    void with_more_words_than_anybody_reads_or_about_what_is_none() {
        assertThat(suggest("the bus", "x".repeat(4_001)).status()).isEqualTo(400);
        assertThat(door.postAsNobody(SUGGESTIONS, Map.of("kind", "weather", "about", "rain", "words", "less"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void with_a_token_that_is_none() {
        assertThat(door.postAs("forged", SUGGESTIONS, suggestion("the bus", "More"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void to_whoever_answers_for_something_else() throws Exception {
        long number = suggest("the bus", "Then Zebedee wants more")
                .json()
                .path("number")
                .asLong();
        assertThat(door.post(OURS, steps(number), JSON, publish("x", "y", OURS)).status())
                .isEqualTo(403);
        assertThat(door.post(OURS, steps(number), JSON, step("extend", "Why not"))
                        .status())
                .isEqualTo(403);
        take("steward", number, publish("the bus", "Somebody wants more", OURS));

        assertThat(door.post("voiced-not", steps(number), JSON, decide("declined", "No"))
                        .status())
                .isEqualTo(403);
        assertThat(door.get("voiced-not", "/voice/queue").body()).doesNotContain("Zebedee");
        for (String role : List.of("analyst", "board", "practitioner", "auditor")) {
            assertThat(door.get(role, "/voice/queue").status()).as(role).isEqualTo(403);
        }
        assertThat(door.get(OURS, "/voice/queue?limit=1000").body())
                .contains("Somebody wants more")
                .doesNotContain("Zebedee");
        take("steward", number, with(step("withhold", "It is about one person"), "agency", OURS));
        assertThat(waiting("steward", number).path("original").toString()).contains("Zebedee");
        JsonNode withheld = waiting(OURS, number);
        assertThat(withheld.toString()).doesNotContain("Zebedee", "Somebody wants more");
        assertThat(withheld.hasNonNull("redacted"))
                .as("no machine can tell whom words are about")
                .isFalse();
        take("steward", number, publish("the bus", "Somebody wants more", OURS));
        take(
                "steward",
                number,
                with(
                        with(step("withhold", "It is about one person"), "agency", OURS),
                        "gist",
                        "More buses are asked for"));
        assertThat(waiting(OURS, number).path("redacted").path("words").asString())
                .isEqualTo("More buses are asked for");
        assertThat(door.getAsNobody("/voice/register?agency=" + OURS).body())
                .doesNotContain("More buses are asked for");
    }

    @Test
    void more_time_that_is_dated_back() throws Exception {
        long number = suggest("the bus", "More").json().path("number").asLong();

        Answer refused = door.post("steward", steps(number), JSON, with(step("extend", "Later"), "on", TODAY));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"on\"");
    }

    @Test
    void a_decision_that_is_dated_back() throws Exception {
        long number = suggest("the bus", "More").json().path("number").asLong();
        take("steward", number, publish("the bus", "More", OURS));

        Answer refused = door.post(OURS, steps(number), JSON, with(decide("declined", "No"), "on", TODAY.minusDays(1)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(door.post(OURS, steps(number), JSON, with(decide("declined", "No"), "on", TODAY.minusYears(99)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void when_it_is_closed_without_a_decision() throws Exception {
        long number = suggest("the bus", "More").json().path("number").asLong();

        Answer closed = door.post("steward", steps(number), JSON, step("close", "Enough"));
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.body()).contains("not-now");
        take("steward", number, publish("the bus", "More", OURS));
        assertThat(door.post("steward", steps(number), JSON, step("close", "Enough"))
                        .status())
                .isEqualTo(409);
        assertThat(door.post("steward", steps(999_999_999), JSON, step("close", "Enough"))
                        .status())
                .isEqualTo(404);
    }
}
