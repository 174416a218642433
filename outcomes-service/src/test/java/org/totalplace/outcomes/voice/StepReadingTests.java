package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.starter.problem.Problem;

class StepReadingTests {

    private static final Bounds BOUNDS = new Bounds(20, 10, 1, 20, 2, 180, 365, List.of());
    private static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    private static final Life LIFE = begun(new VoiceEvent.Received("service", "online", BOUNDS.decisionDue(TODAY)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/spend/totals?year=2024-25&agency=county",
                "/api/v1/spend/figures/why?year=2024-25&phase=budget&function=04.5",
                "/api/v1/spend/whole-area"
            })
    void money_is_pointed_to_by_a_question_of_the_spend_api(String path) {
        VoiceEvent event = event(link("money", path, new BigDecimal("1250.50")));

        assertThat(event)
                .isInstanceOfSatisfying(
                        VoiceEvent.Linked.class,
                        linked -> assertThat(linked.figure().path()).isEqualTo(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/api/v1/spend/totals",
                "//evil.example/",
                "/api/v1/people/1",
                "/api/v1/spend/../people/1",
                "/api/v1/spend/totals?year=<script>",
                "/api/v1/spend/totals?year=2024-25#x",
                "/api/v1/spend/totals\n?year=2024-25",
                ""
            })
    void nothing_else_is_taken_for_it(String path) {
        assertThatThrownBy(() -> event(link("money", path, null))).isInstanceOf(Problem.class);
    }

    @Test
    void an_outcome_is_pointed_to_with_its_measure_and_has_no_amount() {
        String path = "/api/v1/outcomes/summary?groupBy=month&measure=feels-safe";

        assertThat(event(link("outcome", path, null))).isInstanceOf(VoiceEvent.Linked.class);
        assertThatThrownBy(() -> event(link("outcome", "/api/v1/outcomes/summary?groupBy=month", null)))
                .hasMessageContaining("the measure");
        assertThatThrownBy(() -> event(link("outcome", path, BigDecimal.ONE))).hasMessageContaining("of money");
        assertThatThrownBy(() -> event(link("money", "/api/v1/spend/totals", new BigDecimal("0.001"))))
                .hasMessageContaining("whole pence");
        assertThatThrownBy(() -> event(link("weather", path, null))).hasMessageContaining("money, outcome");
    }

    @Test
    void words_for_everybody_name_nobody() {
        assertThatThrownBy(() -> event(publish("buses", "Ring 01632 960 123", true)))
                .hasMessageContaining("telephone number")
                .hasMessageNotContaining("960");
        assertThatThrownBy(() -> event(publish("Mrs Patel", "More buses", true)))
                .hasMessageContaining("a name");
        assertThatThrownBy(() -> event(publish("buses", "More buses to Northmoor", false)))
                .hasMessageContaining("namesNobody");
        assertThat(event(publish("buses", "More buses to Northmoor", true))).isInstanceOf(VoiceEvent.Published.class);
    }

    @Test
    void a_decision_says_what_why_and_in_which_role() {
        assertThat(event(decide("accepted", "It helps", "Head of Transport, county")))
                .isEqualTo(new VoiceEvent.Decided(
                        Verdict.ACCEPTED, "It helps", "Head of Transport, county", BOUNDS.planDue(TODAY)));
        assertThatThrownBy(() -> event(decide("accepted", "", "Head of Transport")))
                .hasMessageContaining("words");
        assertThatThrownBy(() -> event(decide("accepted", "It helps", null))).hasMessageContaining("role");
        assertThatThrownBy(() -> event(decide("perhaps", "It helps", "Head"))).hasMessageContaining("declined");
        assertThatThrownBy(() -> event(decide("accepted", "It helps", "Mr Bell")))
                .hasMessageContaining("a name");
    }

    @Test
    void a_milestone_is_due_on_a_day_that_is_not_over() {
        assertThat(event(plan(TODAY))).isEqualTo(new VoiceEvent.Planned(1, "A second bus", TODAY));
        assertThatThrownBy(() -> event(plan(TODAY.minusDays(1)))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> event(plan(null))).isInstanceOf(Problem.class);
        assertThat(event(plan(TODAY.plusYears(5)))).isInstanceOf(VoiceEvent.Planned.class);
        assertThatThrownBy(() -> event(plan(TODAY.plusYears(5).plusDays(1)))).hasMessageContaining("5 years");
    }

    @Test
    void an_unknown_step_is_told_with_those_that_are_known() {
        assertThatThrownBy(() -> event(step("jump", null, null, null, null, null, null, null, null, null)))
                .hasMessageContaining("publish, withhold");
    }

    @Test
    void words_are_taken_out_by_their_place_and_a_reason_that_is_a_choice() {
        assertThat(event(redact(3, "words", "names-somebody")))
                .isEqualTo(new VoiceEvent.Redacted(
                        3, VoiceEvent.Redacted.Part.WORDS, VoiceEvent.Redacted.Why.NAMES_SOMEBODY));
        assertThat(event(redact(3, "role", "wrong")))
                .isEqualTo(new VoiceEvent.Redacted(3, VoiceEvent.Redacted.Part.ROLE, VoiceEvent.Redacted.Why.WRONG));
        assertThatThrownBy(() -> event(redact(null, "words", "wrong"))).hasMessageContaining("history");
        assertThatThrownBy(() -> event(redact(3, "words", "Zebedee said so"))).hasMessageContaining("unlawful");
        assertThatThrownBy(() -> event(redact(3, "figures", "wrong"))).hasMessageContaining("words, role");
    }

    private static StepAsked redact(@Nullable Integer event, String of, String why) {
        return new StepAsked(
                "redact", null, null, null, null, null, null, null, null, null, null, null, of, null, null, null, event,
                why, null);
    }

    private static Life begun(VoiceEvent.Received received) {
        return Life.begun(new Life.Happened(TODAY, received), received);
    }

    private static VoiceEvent event(StepAsked asked) {
        return new StepReading(BOUNDS).event(asked, LIFE, TODAY);
    }

    private static StepAsked link(String of, String path, @Nullable BigDecimal amount) {
        return step("link", null, "What it costs", null, null, null, null, of, path, amount);
    }

    private static StepAsked publish(String about, String words, boolean namesNobody) {
        return step("publish", about, words, namesNobody, null, null, null, null, null, null);
    }

    private static StepAsked decide(String verdict, String words, @Nullable String role) {
        return step("decide", null, words, null, verdict, role, null, null, null, null);
    }

    private static StepAsked plan(@Nullable LocalDate due) {
        return step("plan", null, "A second bus", null, null, null, due, null, null, null);
    }

    private static StepAsked step(
            String step,
            @Nullable String about,
            @Nullable String words,
            @Nullable Boolean namesNobody,
            @Nullable String verdict,
            @Nullable String role,
            @Nullable LocalDate due,
            @Nullable String of,
            @Nullable String path,
            @Nullable BigDecimal amount) {
        return new StepAsked(
                step,
                null,
                about,
                words,
                namesNobody,
                null,
                null,
                null,
                verdict,
                role,
                null,
                due,
                of,
                path,
                amount,
                null,
                null,
                null,
                null);
    }
}
