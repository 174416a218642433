package org.totalplace.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposedChangeTests {

    private static final JourneyMap LEAVING = new JourneyMap(
            "leaving",
            "Leaving",
            List.of(new Stage("leave", "Leave"), new Stage("support", "Support")),
            List.of(new MappingRule("county", null, "visit", "leave", 7)));

    @Test
    void one_rule_more_comes_before_all_others_and_leaves_the_rest() {
        JourneyMap changed =
                change(rule("county", " ", "visit", "support"), null).changed(LEAVING);

        assertThat(changed.rules()).hasSize(2);
        MappingRule added = changed.rules().getLast();
        assertThat(added.weight()).isEqualTo(8);
        assertThat(added.service()).isNull();
        assertThat(changed.stages()).isEqualTo(LEAVING.stages());
    }

    @Test
    void what_is_left_out_stays_and_what_stays_as_it_is_is_no_change() {
        assertThat(change(null, "Leaving hospital").changed(LEAVING).rules()).isEqualTo(LEAVING.rules());
        assertThatThrownBy(() -> change(null, null).changed(LEAVING)).hasMessageContaining("propose a change");
    }

    @Test
    void a_rule_names_something_and_a_stage_that_the_map_has() {
        assertThatThrownBy(() -> change(rule(null, null, null, "leave"), null).changed(LEAVING))
                .hasMessageContaining("A rule names");
        assertThatThrownBy(
                        () -> change(rule("county", null, null, "arrive"), null).changed(LEAVING))
                .hasMessageContaining("arrive");
    }

    /** A day more or less would tell of whoever came on it. */
    @Test
    void a_rule_is_of_whole_months() {
        assertThat(during("2024-05-01", "2024-06-30").changed(LEAVING).rules()).hasSize(1);
        assertThat(during(null, "2024-02-29").changed(LEAVING).rules()).hasSize(1);
        assertThatThrownBy(() -> during("2024-05-02", "2024-06-30").changed(LEAVING))
                .hasMessageContaining("first day of a month");
        assertThatThrownBy(() -> during("2024-05-01", "2024-06-29").changed(LEAVING))
                .hasMessageContaining("last day of one");
    }

    private static ProposedChange during(@Nullable String from, @Nullable String until) {
        MappingRule rule = new MappingRule(
                "county",
                null,
                "visit",
                "support",
                8,
                null,
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
        return new ProposedChange("why", null, null, null, null, List.of(rule));
    }

    @Test
    void residents_write_nothing_that_stands_in_a_map() {
        ProposedChange.Rule rule = rule("county", null, "visit", "support");

        assertThat(change(rule, null).onlyRule()).isEqualTo(rule);
        assertThatThrownBy(() -> change(rule, "Mrs Patel").onlyRule()).hasMessageContaining("one rule");
        assertThatThrownBy(() -> change(null, null).onlyRule()).hasMessageContaining("one rule");
        assertThatThrownBy(() -> new ProposedChange("w", null, rule, null, LEAVING.stages(), null).onlyRule())
                .hasMessageContaining("one rule");
        assertThatThrownBy(() -> new ProposedChange("w", null, rule, null, null, LEAVING.rules()).onlyRule())
                .hasMessageContaining("one rule");
    }

    @Test
    void a_change_is_no_longer_than_anybody_reads() {
        change(rule("county", null, "visit", "support"), "Leaving").bounded();

        assertThatThrownBy(() -> change(rule("county", null, "v".repeat(101), "support"), null)
                        .bounded())
                .hasMessageContaining("100 characters");
        assertThatThrownBy(() -> change(null, "n".repeat(201)).bounded()).hasMessageContaining("200 characters");
        assertThatThrownBy(() -> new ProposedChange(
                                "w", null, null, null, Collections.nCopies(101, new Stage("s", "S")), null)
                        .bounded())
                .hasMessageContaining("100 stages");
        assertThatThrownBy(() -> new ProposedChange("w", null, null, null, Arrays.asList((Stage) null), null).bounded())
                .hasMessageContaining("stages");
    }

    @Test
    void words_for_everybody_name_nobody() {
        assertThatThrownBy(() -> words("Ring Dr Foster", true).checkedWords()).hasMessageContaining("take it out");
        assertThatThrownBy(() -> words("It helped Zebedee", false).checkedWords())
                .hasMessageContaining("may be somebody's name");
        assertThat(words("It begins at Thornby", true).checkedWords()).isEqualTo("It begins at Thornby");
    }

    private static ProposedChange change(ProposedChange.@Nullable Rule rule, @Nullable String name) {
        return new ProposedChange("why", null, rule, name, null, null);
    }

    private static ProposedChange words(String words, boolean namesNobody) {
        return new ProposedChange(words, namesNobody, null, null, null, null);
    }

    private static ProposedChange.Rule rule(
            @Nullable String agency, @Nullable String service, @Nullable String type, String stage) {
        return new ProposedChange.Rule(agency, service, type, stage);
    }
}
