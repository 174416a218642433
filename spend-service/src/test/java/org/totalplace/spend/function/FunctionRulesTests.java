package org.totalplace.spend.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
        "Human Resources, 01.3",
        "MENT HLT 18-64 LT, 10.1",
        "MEM SUPP 75-84 LT, 10.2",
        "LongTermCareDisability, 10.1",
        "3 & 4 Yr Old Funding, 09.1",
        "Post 16 - Element 3, 09.2",
        "Childrens Homes, 10.4",
        "Town Theatre, 08.2",
        "Street Lighting, 06.4",
        "Environmental Maintenance, 05",
        "Rough Sleeping, 10.6"
    })
    void reads_the_function_from_the_words(String service, String function) {
        assertThat(FunctionRules.functionOf(service, null).function()).isEqualTo(function);
    }

    @Test
    void reads_the_name_where_the_code_says_nothing() {
        assertThat(FunctionRules.functionOf("X-17", "Home care")).satisfies(mapped -> {
            assertThat(mapped.function()).isEqualTo("10.2");
            assertThat(mapped.evidence()).startsWith("rules " + FunctionRules.VERSION + ": ");
        });
    }

    @Test
    void says_that_no_rule_fits() {
        assertThat(FunctionRules.functionOf("K9534", null).function()).isEqualTo(Cofog.UNMAPPED);
        assertThat(FunctionRules.functionOf("Sending and thriving", null).function())
                .isEqualTo(Cofog.UNMAPPED);
    }

    @Test
    void asks_the_categories_where_the_service_line_says_nothing() {
        assertThat(FunctionRules.functionOf("K9534", null, Map.of("Highway works", 70L, "Sundries", 30L), null))
                .satisfies(mapped -> {
                    assertThat(mapped.function()).isEqualTo("04.5");
                    assertThat(mapped.evidence()).endsWith("words of its categories");
                });
        assertThat(FunctionRules.functionOf("K9534", null, Map.of("Highway works", 60L, "Libraries", 40L), null)
                        .function())
                .isEqualTo(Cofog.UNMAPPED);
    }

    @Test
    void asks_for_the_division_where_the_categories_agree_on_no_group() {
        assertThat(FunctionRules.functionOf(
                                "K9534", null, Map.of("Home care", 50L, "Fostering", 40L, "Sundries", 10L), null)
                        .function())
                .isEqualTo("10");
    }

    @Test
    void takes_no_category_that_every_service_has_for_a_function() {
        assertThat(FunctionRules.functionOf("K9534", null, Map.of("Insurance", 60L, "Legal fees", 40L), null)
                        .function())
                .isEqualTo(Cofog.UNMAPPED);
    }

    @Test
    void lets_a_body_of_one_function_serve_it_with_all_that_it_does() {
        assertThat(FunctionRules.functionOf("K9534", null, Map.of(), body("nhs-trust", "A Trust")))
                .satisfies(mapped -> {
                    assertThat(mapped.function()).isEqualTo("07.3");
                    assertThat(mapped.evidence()).startsWith("body kind ");
                });
        assertThat(FunctionRules.functionOf("Human Resources", null, Map.of(), body("fire", "F"))
                        .function())
                .isEqualTo("03.2");
        assertThat(FunctionRules.functionOf("Mental health", null, Map.of(), body("nhs-trust", "A Trust"))
                        .function())
                .isEqualTo("07.2");
        assertThat(FunctionRules.functionOf("K9534", null, Map.of(), body("office", "Jobcentre Plus"))
                        .function())
                .isEqualTo("10.5");
    }

    @Test
    void reads_the_name_of_a_body_that_has_but_one_function() {
        assertThat(FunctionRules.functionOf("K9534", null, Map.of(), body("department", "Department for Transport"))
                        .function())
                .isEqualTo("04.5");
        assertThat(FunctionRules.functionOf("K9534", null, Map.of(), body("district", "Environment District Council"))
                        .function())
                .isEqualTo(Cofog.UNMAPPED);
    }

    private static FunctionRules.Body body(String kind, String name) {
        return new FunctionRules.Body(kind, name);
    }

    @Test
    void knows_divisions_and_groups_by_name() {
        assertThat(Cofog.has("10")).isTrue();
        assertThat(Cofog.nameOf("10.2")).isEqualTo("Old age");
        assertThat(Cofog.has("11")).isFalse();
        assertThat(Cofog.has("unmapped")).isFalse();
    }
}
