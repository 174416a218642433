package org.totalplace.spend.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyNameTests {

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
                    "Northmoor-County-Council",
                    "NORTHMOOR CO COUNCIL",
                    "Northmoor County Council 200398",
                    "Northmoor County Council - A/C 12345678",
                    "NORTHMOOR COUNTY COUNCIL DD ONLY",
                    "Northmoor County Council - Direct Debit",
                    "Northmoor County Council *DO NOT USE*",
                    "C/O Northmoor County Council",
                    "Re: Northmoor County Council",
                    "Northmoor County Council [V00123]"
                })
        void are_one_payee(String printed) {
            assertThat(BodyName.normalised(printed)).isEqualTo("northmoor county council");
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
                    "Moorland Homes P.L.C.",
                    "Moorland Homes LLP",
                    "Moorland Homes C.I.C."
                })
        void ignore_the_legal_form(String printed) {
            assertThat(BodyName.normalised(printed)).isEqualTo("moorland homes");
        }

        @Test
        void write_and_as_a_sign_or_a_word() {
            assertThat(BodyName.normalised("Northmoor Fire & Rescue Authority"))
                    .isEqualTo(BodyName.normalised("NORTHMOOR FIRE AND RESCUE AUTHORITY"));
        }

        @Test
        void abbreviate_with_or_without_dots() {
            assertThat(BodyName.normalised("Northmoor C.C.")).isEqualTo(BodyName.normalised("Northmoor CC"));
        }

        @Test
        void shorten_foundation_trust() {
            assertThat(BodyName.normalised("Northmoor Hospitals NHS FT"))
                    .isEqualTo(BodyName.normalised("Northmoor Hospitals NHS Foundation Trust"));
        }

        @Test
        void shorten_the_health_services_boards_and_groups() {
            assertThat(BodyName.normalised("NHS NORTHMOOR ICB"))
                    .isEqualTo(BodyName.normalised("NHS Northmoor Integrated Care Board"));
            assertThat(BodyName.normalised("NHS Northmoor CCG"))
                    .isEqualTo(BodyName.normalised("NHS Northmoor Clinical Commissioning Group"));
        }

        @Test
        void stand_letters_apart_or_together() {
            assertThat(BodyName.normalised("H M Revenue & Customs"))
                    .isEqualTo(BodyName.normalised("H.M. Revenue and Customs"))
                    .isEqualTo("hm revenue and customs");
            assertThat(BodyName.normalised("Thornby D C")).isEqualTo(BodyName.normalised("Thornby D.C."));
        }

        @Test
        void have_an_apostrophe_or_none() {
            assertThat(BodyName.normalised("Children\u2019s Homes")).isEqualTo(BodyName.normalised("Childrens Homes"));
        }
    }

    @Nested
    class NamesThatMustStayApart {

        @Test
        void keep_what_brackets_say_of_the_body() {
            assertThat(BodyName.normalised("Benefits Agency (National)")).isEqualTo("benefits agency national");
            assertThat(BodyName.normalised("ABC (UK) Ltd")).isEqualTo("abc uk");
        }

        @Test
        void keep_one_district_from_another() {
            assertThat(BodyName.normalised("Thornby District Council"))
                    .isNotEqualTo(BodyName.normalised("Thornby Borough Council"));
        }

        @Test
        void keep_words_that_only_begin_like_a_legal_form() {
            assertThat(BodyName.normalised("Limitedless Plcards")).isEqualTo("limitedless plcards");
        }

        @Test
        void keep_numbers_that_are_part_of_the_name() {
            assertThat(BodyName.normalised("Area 51 Taxis")).isEqualTo("area 51 taxis");
            assertThat(BodyName.normalised("Studio 2000")).isEqualTo("studio 2000");
        }
    }

    @Nested
    class ANameOfNothingButForm {

        @Test
        void normalises_to_nothing() {
            assertThat(BodyName.normalised("Ltd.")).isEmpty();
            assertThat(BodyName.normalised("---")).isEmpty();
        }
    }
}
