package org.totalplace.spend.payee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayeeNameTests {

    @Nested
    class SpellingsOfOneName {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Northmoor County Council",
                    "NORTHMOOR COUNTY COUNCIL",
                    "  Northmoor   County\u00a0Council ",
                    "Northmoor County Council.",
                    "NORTHMOOR COUNTY COUNCIL (200398)",
                    "Northmoor County Council (DD ONLY)",
                    "Northmoor County Council (BACS)",
                    "Northmoor County Council (Direct Debit) (200398)",
                    "The Northmoor County Council",
                    "Northmoor-County-Council"
                })
        void are_one_payee(String printed) {
            assertThat(PayeeName.normalised(printed)).isEqualTo("northmoor county council");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Moorland Homes",
                    "MOORLAND HOMES LTD",
                    "Moorland Homes Limited",
                    "Moorland Homes Ltd.",
                    "MOORLAND HOMES LTD (DD ONLY)",
                    "Moorland Homes PLC",
                    "Moorland Homes P.L.C."
                })
        void ignore_the_legal_form(String printed) {
            assertThat(PayeeName.normalised(printed)).isEqualTo("moorland homes");
        }

        @Test
        void write_and_as_a_sign_or_a_word() {
            assertThat(PayeeName.normalised("Northmoor Fire & Rescue Authority"))
                    .isEqualTo(PayeeName.normalised("NORTHMOOR FIRE AND RESCUE AUTHORITY"));
        }

        @Test
        void abbreviate_with_or_without_dots() {
            assertThat(PayeeName.normalised("Northmoor C.C.")).isEqualTo(PayeeName.normalised("Northmoor CC"));
        }

        @Test
        void shorten_foundation_trust() {
            assertThat(PayeeName.normalised("Northmoor Hospitals NHS FT"))
                    .isEqualTo(PayeeName.normalised("Northmoor Hospitals NHS Foundation Trust"));
        }

        @Test
        void have_an_apostrophe_or_none() {
            assertThat(PayeeName.normalised("Children\u2019s Homes"))
                    .isEqualTo(PayeeName.normalised("Childrens Homes"));
        }
    }

    @Nested
    class NamesThatMustStayApart {

        @Test
        void keep_what_brackets_say_of_the_body() {
            assertThat(PayeeName.normalised("Benefits Agency (National)")).isEqualTo("benefits agency national");
            assertThat(PayeeName.normalised("ABC (UK) Ltd")).isEqualTo("abc uk");
        }

        @Test
        void keep_one_district_from_another() {
            assertThat(PayeeName.normalised("Thornby District Council"))
                    .isNotEqualTo(PayeeName.normalised("Thornby Borough Council"));
        }

        @Test
        void keep_words_that_only_begin_like_a_legal_form() {
            assertThat(PayeeName.normalised("Limitedless Plcards")).isEqualTo("limitedless plcards");
        }

        @Test
        void keep_numbers_that_are_part_of_the_name() {
            assertThat(PayeeName.normalised("Area 51 Taxis")).isEqualTo("area 51 taxis");
        }
    }

    @Nested
    class ANameOfNothingButForm {

        @Test
        void normalises_to_nothing() {
            assertThat(PayeeName.normalised("Ltd.")).isEmpty();
            assertThat(PayeeName.normalised("---")).isEmpty();
        }
    }
}
