package org.totalplace.outcomes.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.survey.SurveyAnswer.Beside;

class SurveyAnswerTests {

    private static final Survey VOICE = new Survey(
            "have-a-voice",
            "Do you have a voice?",
            null,
            null,
            List.of("yes", "partly", "no"),
            List.of("yes", "partly"));

    @Test
    void tells_the_share_of_the_positive_with_its_interval_from_the_counts_that_it_shows() {
        SurveyAnswer.Round round = only(List.of(61L, 19L, 118L));

        assertThat(round.answered().value()).isEqualTo(200);
        assertThat(round.share().value()).isEqualByComparingTo("0.400");
        // By the score interval: 80 of 200.
        assertThat(round.share().low()).isEqualByComparingTo("0.335");
        assertThat(round.share().high()).isEqualByComparingTo("0.469");
    }

    @Test
    void hides_an_answer_of_seven_people_and_whatever_would_tell_it() {
        SurveyAnswer.Round round = only(List.of(60L, 7L, 120L));

        assertThat(round.answers().get("partly"))
                .extracting(count -> count.symbol())
                .isEqualTo("c");
        assertThat(round.answers().values().stream().filter(count -> count.value() == null))
                .hasSize(2);
        assertThat(round.share().symbol()).isEqualTo("c");
        assertThat(round.share().value()).isNull();
    }

    @Test
    void tells_nothing_of_a_share_of_nobody() {
        assertThat(only(List.of(0L, 0L, 0L)).share().symbol()).isEqualTo("z");
    }

    @Test
    void stands_beside_what_others_published_with_its_source() {
        Beside england = new Beside("England", new BigDecimal("0.654"), "a report");
        SurveyAnswer answer =
                SurveyAnswer.of(VOICE, List.of(round(List.of(60L, 20L, 120L))), Map.of("2024-25", List.of(england)));

        assertThat(answer.rounds().getFirst().beside()).containsExactly(england);
        assertThat(answer.rows())
                .singleElement()
                .asString()
                .contains("2024-25", "200", "0.400", "England", "0.654", "a report");
    }

    @Test
    void is_made_of_questions_and_rounds_that_can_be() {
        assertThatThrownBy(() -> new Survey("x", "?", null, null, List.of("yes", "yes"), List.of("yes")))
                .hasMessageContaining("different");
        assertThatThrownBy(() -> new Survey("x", "?", null, null, List.of("yes", "no"), List.of("perhaps")))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> round(List.of(-1L, 0L, 0L))).hasMessageContaining("less");
        assertThatThrownBy(() -> new SurveyRound(
                        "r", LocalDate.parse("2025-01-02"), LocalDate.parse("2025-01-01"), "post", null, List.of()))
                .hasMessageContaining("ends");
        assertThatThrownBy(() -> new SurveyRound(
                        "r", LocalDate.parse("2025-01-01"), LocalDate.parse("2025-01-02"), "post", 5L, List.of(6L)))
                .hasMessageContaining("asked");
    }

    private static SurveyAnswer.Round only(List<Long> counts) {
        return SurveyAnswer.of(VOICE, List.of(round(counts)), Map.of()).rounds().getFirst();
    }

    private static SurveyRound round(List<Long> counts) {
        return new SurveyRound(
                "2024-25", LocalDate.parse("2024-04-01"), LocalDate.parse("2025-03-31"), "by post", 500L, counts);
    }
}
