package org.totalplace.spend.payee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.spend.place.Agency;
import org.totalplace.value.AgencyCode;

class CodeUseTests {

    private static final KnownBodies BODIES = new KnownBodies(List.of(
            new Agency(new AgencyCode("county"), "Northmoor County Council", "county", List.of(), null),
            new Agency(
                    new AgencyCode("lancashire"),
                    "Lancashire County Council",
                    "county",
                    List.of(),
                    null,
                    "E10000017")));

    @Nested
    class ACode {

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "200398, Northmoor County Council, 200398",
                    "' v 0012', Northmoor County Council, V0012",
                    "-, Northmoor County Council (200398), 200398",
                    "-, Northmoor County Council [V00123], V00123",
                    "-, Northmoor County Council (DD ONLY), -",
                    "-, Northmoor County Council, -",
                    "-, -, -"
                })
        void is_that_of_its_column_or_the_number_behind_the_name(
                @Nullable String reference, @Nullable String printed, @Nullable String code) {
            assertThat(PayeeCode.of(reference, printed)).isEqualTo(code);
        }

        @Test
        void for_two_bodies_is_a_problem_that_names_both_rows() {
            assertThat(problem("200398", "Northmoor County Council", "Leeds City Council"))
                    .isEqualTo("The payee code 200398 stands for different bodies: 'Northmoor County Council' in row 1,"
                            + " 'Leeds City Council' in row 2. Mend the code or the name of one of them.");
        }

        @Test
        void whose_usual_name_is_a_body_is_a_problem_with_another_name() {
            assertThat(problem("200398", "Northmoor County Council", "Bridge Taxis"))
                    .contains("'Northmoor County Council' in row 1, 'Bridge Taxis' in row 2");
        }

        @Test
        void of_one_body_may_be_printed_with_its_spellings_and_departments() {
            assertThat(problem(
                            "200398",
                            "Northmoor County Council",
                            "NORTHMOOR CC (DD ONLY)",
                            "Northmoor Highways",
                            "REDACTED"))
                    .isNull();
        }

        @Test
        void of_companies_only_is_their_own_affair() {
            assertThat(problem("77", "Bridge Taxis", "Moor Cars Ltd")).isNull();
        }

        @Test
        void of_an_official_list_that_belongs_to_another_body_than_the_name_is_a_problem() {
            assertThat(problem("E08000035", "Lancashire County Council"))
                    .contains("E08000035", "'Lancashire County Council' in row 1", "the official body of that code");
            assertThat(problem("E10000017", "Lancashire County Council")).isNull();
            assertThat(problem("E2321", "LANCASHIRE CC")).isNull();
        }
    }

    private static @Nullable String problem(String code, String... names) {
        List<String> printed = Arrays.asList(names);
        return new CodeUse(
                        code,
                        IntStream.range(0, printed.size())
                                .mapToObj(i -> new CodeUse.Named(PayeeName.of(printed.get(i)), i + 1L, 10L - i))
                                .toList())
                .problem(BODIES);
    }
}
