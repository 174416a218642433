package org.totalplace.outcomes.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.OutcomesDoor.Answer;
import tools.jackson.databind.JsonNode;

class SurveysIntegrationTests extends OnRunningService {

    private static final String SURVEYS = "/voice/surveys";

    private final Surveys surveys;

    @Autowired
    SurveysIntegrationTests(KafkaTemplate<byte[], byte[]> kafka, Surveys surveys) {
        super(kafka);
        this.surveys = surveys;
    }

    @Test
    void take_no_counts_of_answers_that_are_others_by_the_time_they_come() {
        define("surveyed-anew", List.of("yes", "no"));
        Survey read = new Survey("surveyed-anew", "surveyed?", null, null, List.of("yes", "no"), List.of("yes"));
        define("surveyed-anew", List.of("yes", "no", "perhaps"));
        LocalDate day = LocalDate.parse("2024-03-31");

        SurveyRound round = new SurveyRound("2023-24", day, day, "by post", null, List.of(50L, 50L));
        assertThat(surveys.count(read, round).block()).isFalse();
        assertThat(of("surveyed-anew").path("rounds")).isEmpty();
    }

    @Test
    void are_read_by_everybody_round_by_round_beside_what_others_published() {
        define("surveyed", List.of("content", "not content"));
        count("surveyed", "2023-24", Map.of("content", 60, "not content", 40));
        count("surveyed", "2024-25", Map.of("content", 130, "not content", 70));
        Answer beside = door.put(
                "steward",
                SURVEYS + "/surveyed/rounds/2023-24/beside",
                Map.of("area", "England", "share", 0.654, "source", "NHS Digital, ASCOF, 2023/24"));
        assertThat(beside.status()).as(beside.body()).isEqualTo(200);

        JsonNode rounds = of("surveyed").path("rounds");

        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(0).path("share").path("value").decimalValue()).isEqualByComparingTo("0.6");
        assertThat(rounds.get(0).path("beside").get(0).path("source").asString())
                .contains("ASCOF");
        assertThat(rounds.get(1).path("share").path("value").decimalValue()).isEqualByComparingTo("0.65");
        assertThat(door.getAsNobody(SURVEYS, MediaType.parseMediaType("text/csv"))
                        .body())
                .contains("survey,question,agency,service,round,")
                .contains(",2023-24,2023-04-01,2024-03-31,100,0.600,0.502,0.691,England,0.654,")
                .contains(",2024-25,2023-04-01,2024-03-31,200,0.650,");
    }

    @Test
    void keep_their_words_once_a_round_was_counted_but_counts_can_be_corrected() {
        define("surveyed-once", List.of("yes", "no"));
        define("surveyed-once", List.of("yes", "no", "perhaps"));
        count("surveyed-once", "2024-25", Map.of("yes", 50, "no", 50));
        count("surveyed-once", "2024-25", Map.of("yes", 60, "no", 40));

        Answer other = door.put("steward", SURVEYS + "/surveyed-once", question(List.of("no", "yes")));

        assertThat(other.status()).isEqualTo(409);
        assertThat(of("surveyed-once")
                        .path("rounds")
                        .get(0)
                        .path("share")
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("0.6");
    }

    @Test
    void of_a_few_people_stay_hidden_in_every_form() {
        define("surveyed-few", List.of("yes", "no"));
        count("surveyed-few", "2024-25", Map.of("yes", 3, "no", 90));

        JsonNode round = of("surveyed-few").path("rounds").get(0);
        assertThat(round.path("answers").toString()).doesNotContain("3", "90");
        assertThat(round.path("share").path("symbol").asString()).isEqualTo("c");
        assertThat(door.getAsNobody(SURVEYS, MediaType.parseMediaType("text/csv"))
                        .body())
                .contains("surveyed-few,surveyed?,,,2024-25,2023-04-01,2024-03-31,c,c,c,c,");
    }

    @Test
    void are_refused_with_answers_that_are_none_and_from_anybody_but_stewards() {
        define("surveyed-strictly", List.of("yes", "no"));
        String round = SURVEYS + "/surveyed-strictly/rounds/2024-25";

        assertThat(door.put("steward", round, counts(Map.of("perhaps", 1))).status())
                .isEqualTo(400);
        assertThat(door.put("steward", round, counts(Map.of("yes", -1))).status())
                .isEqualTo(400);
        assertThat(door.put("steward", SURVEYS + "/never/rounds/2024-25", counts(Map.of("yes", 1)))
                        .status())
                .isEqualTo(404);
        assertThat(door.put("board", round, counts(Map.of("yes", 1))).status()).isEqualTo(403);
        assertThat(door.put("steward", round + "/beside", Map.of("area", "England", "share", 65, "source", "x"))
                        .status())
                .isEqualTo(400);
    }

    private void define(String code, List<String> answers) {
        Answer defined = door.put("steward", SURVEYS + "/" + code, question(answers));
        assertThat(defined.status()).as(defined.body()).isEqualTo(200);
    }

    private static Map<String, Object> question(List<String> answers) {
        return Map.of("question", "surveyed?", "answers", answers, "positive", List.of(answers.getFirst()));
    }

    private void count(String code, String round, Map<String, Integer> counts) {
        Answer counted = door.put("steward", SURVEYS + "/" + code + "/rounds/" + round, counts(counts));
        assertThat(counted.status()).as(counted.body()).isEqualTo(200);
    }

    private static Map<String, Object> counts(Map<String, Integer> counts) {
        return Map.of("from", "2023-04-01", "to", "2024-03-31", "method", "by post", "counts", counts);
    }

    private JsonNode of(String code) {
        return door.getAsNobody(SURVEYS)
                .json()
                .path("results")
                .valueStream()
                .filter(one -> one.path("survey").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
