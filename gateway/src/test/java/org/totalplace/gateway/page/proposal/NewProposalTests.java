package org.totalplace.gateway.page.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;
import org.totalplace.gateway.page.Filled;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

class NewProposalTests {

    private static final Words WORDS = new Words(new Messages(), Language.ENGLISH);
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("code", "falls"),
            Map.entry("title", "Fewer falls"),
            Map.entry("group", "People who fell"),
            Map.entry("firstYear", "2025-26"),
            Map.entry("years", "3"),
            Map.entry("costs", "2"),
            Map.entry("cost-2-agency", "county"),
            Map.entry("cost-2-year", "1"),
            Map.entry("cost-2-amount", "1000.50"),
            Map.entry("cost-2-source", "Tender"),
            Map.entry("cost-2-grade", "2"));

    @Test
    void a_row_that_is_left_empty_is_not_kept_and_the_first_year_is_nothing_to_the_service() {
        assertThat(of(WHOLE).mistakes(WORDS)).isEmpty();
        assertThat(of(WHOLE).sent().get("costs"))
                .isEqualTo(List.of(
                        Map.of("agency", "county", "year", 0, "amount", "1000.50", "source", "Tender", "grade", "2")));
        assertThat(of(WHOLE).sent().get("benefits")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "code, Fewer falls, code",
        "group, '', group",
        "firstYear, 2025, firstYear",
        "years, 21, years",
        "cost-2-agency, '', cost-2-agency",
        "cost-2-year, 0, cost-2-year",
        "cost-2-year, first, cost-2-year",
        "cost-2-amount, £1000, cost-2-amount",
        "cost-2-correction, 40%, cost-2-correction",
        "cost-2-correction, 1.1, cost-2-correction",
        "benefit-1-people, 200, benefit-1-correction",
        "benefit-1-gains, county all of it, benefit-1-gains",
        "line-1-what, Miles, line-1-source"
    })
    void what_is_wrong_is_told_at_its_field(String field, String typed, String told) {
        Map<String, String> all = new HashMap<>(WHOLE);
        all.put(field, typed);

        assertThat(of(all).mistakes(WORDS)).extracting(Mistake::field).contains(told);
    }

    @Test
    void only_as_many_rows_are_read_as_the_page_can_have() {
        Filled filled = new Filled(Map.of("costs", "9999", "more", "costs"));

        assertThat(new ProposalForm(filled.more(ProposalForm.MOST)).shown(ProposalForm.Rows.COSTS))
                .isEqualTo(100);
        assertThat(new Filled(Map.of("costs", "-3")).rows("costs", 100)).isEqualTo(1);
    }

    private static NewProposal of(Map<String, String> typed) {
        return new NewProposal(new ProposalForm(new Filled(typed)));
    }
}
