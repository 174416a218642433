package org.totalplace.spend.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionRulesTests {

    @ParameterizedTest
    @CsvSource({
        "Adult Care & Health, 10.2",
        "Children's Social Work, 10.4",
        "SEND Transport, 09.6",
        "CAE - Waste Services, 05.1",
        "Highways, 04.5",
        "Public Health, 07.4",
        "Planning, 06.2",
        "Response policing, 03.1",
        "Libraries, 08.2",
        "Human Resources, 01.3"
    })
    void reads_the_function_from_the_words(String service, String function) {
        assertThat(FunctionRules.functionOf(service, null).function()).isEqualTo(function);
    }

    @Test
    void reads_the_name_where_the_code_says_nothing() {
        assertThat(FunctionRules.functionOf("X-17", "Home care")).satisfies(mapped -> {
            assertThat(mapped.function()).isEqualTo("10.2");
            assertThat(mapped.evidence()).startsWith("rules 2026-11: ");
        });
    }

    @Test
    void says_that_no_rule_fits() {
        assertThat(FunctionRules.functionOf("K9534", null).function()).isEqualTo(Cofog.UNMAPPED);
        assertThat(FunctionRules.functionOf("Sending and thriving", null).function())
                .isEqualTo(Cofog.UNMAPPED);
    }

    @Test
    void knows_divisions_and_groups_by_name() {
        assertThat(Cofog.has("10")).isTrue();
        assertThat(Cofog.nameOf("10.2")).isEqualTo("Old age");
        assertThat(Cofog.has("11")).isFalse();
        assertThat(Cofog.has("unmapped")).isFalse();
    }
}
