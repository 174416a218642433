package org.totalplace.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.starter.disclosure.LeftOver;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** Somebody proposes a map twice and takes one comparison from the other. */
class ToldOfProposalTests {

    private static final FinancialYear YEAR = new FinancialYear(2024);
    private static final MappingRule VISITS = new MappingRule("county", "CARE", "visit", "assess", 1);
    private static final JourneyMap IN_FORCE = map(List.of(VISITS));

    private static JourneyMap map(List<MappingRule> rules) {
        return new JourneyMap(
                "leaving", "Leaving hospital", List.of(stage("assess"), stage("support")), List.copyOf(rules));
    }

    private static org.totalplace.journey.journey.Stage stage(String code) {
        return new org.totalplace.journey.journey.Stage(code, code);
    }

    private static MappingRule calls(@Nullable String type, @Nullable String from, @Nullable String until) {
        return new MappingRule(
                "county",
                "CARE",
                type,
                "support",
                2,
                null,
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }

    private static List<ToldGroup> told(long bearers, MappingRule... proposed) {
        return ToldOfProposal.of(
                map(Stream.concat(Stream.of(VISITS), Stream.of(proposed)).toList()),
                IN_FORCE,
                YEAR,
                List.of(change("support", bearers)));
    }

    private static ValidatingDrafts.Change change(String stage, long bearers) {
        return change(stage, bearers, "1000.00");
    }

    private static ValidatingDrafts.Change change(String stage, long bearers, String cost) {
        return new ValidatingDrafts.Change(
                new CellFacts(stage, "", 0, 0, 0, null, 0, Pence.ZERO),
                new CellFacts(
                        stage, "", bearers, bearers, bearers, Pence.ofPounds(cost), bearers, Pence.ofPounds("100.00")),
                bearers);
    }

    @Test
    void a_month_less_that_leaves_few_over_is_noticed() {
        List<ToldGroup> year = told(30, calls("call", "2024-04-01", "2025-03-31"));

        assertThat(LeftOver.of(year, told(27, calls("call", "2024-04-01", "2025-02-28"))))
                .isPresent();
        assertThat(LeftOver.of(year, told(20, calls("call", "2024-04-01", "2025-02-28"))))
                .isEmpty();
    }

    @Test
    void a_kind_of_contact_less_is_noticed() {
        List<ToldGroup> any = told(30, calls(null, null, null));

        assertThat(LeftOver.of(any, told(28, calls("call", null, null)))).isPresent();
        assertThat(LeftOver.of(any, told(28, calls("call", "2024-04-01", "2025-03-31"))))
                .isPresent();
    }

    @Test
    void of_two_rules_each_is_compared_by_itself() {
        List<ToldGroup> both = told(30, calls("call", "2024-04-01", null), calls("meal", "2024-04-01", null));

        assertThat(LeftOver.of(both, told(29, calls("call", "2024-04-01", null), calls("meal", "2024-05-01", null))))
                .isPresent();
    }

    /** The attack: somebody who came on one day, by a proposal with that day and one without it. */
    @Test
    void two_proposals_that_differ_by_one_person_cost_the_same() {
        assertThat(cost(change("support", 31, "1035.17"))).isEqualTo(cost(change("support", 30, "1000.00")));
    }

    private static @Nullable BigDecimal cost(ValidatingDrafts.Change change) {
        Draft draft = new Draft(IN_FORCE, 1, "somebody", Instant.EPOCH);
        return ValidationAnswer.of(draft, YEAR, Instant.EPOCH, List.of(change)).stages().stream()
                .filter(stage -> stage.stage().equals("support"))
                .map(stage -> stage.change().after().cost().value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_not_told_is_no_group() {
        assertThat(told(7, calls("call", null, null))).isEmpty();
        assertThat(told(30)).isEmpty();
    }
}
