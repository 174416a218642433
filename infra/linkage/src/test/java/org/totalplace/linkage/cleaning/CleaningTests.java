package org.totalplace.linkage.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CleaningTests {

    @Nested
    class AName {

        @Test
        void loses_case_diacritics_punctuation_and_spare_spaces() {
            assertThat(Names.clean("  Zo\u00eb-Marie ")).isEqualTo("zoe marie");
            assertThat(Names.clean("O\u2019BRIEN")).isEqualTo("obrien");
            assertThat(Names.clean("\u0141ukasz")).isEqualTo("lukasz");
            assertThat(Names.clean("Mrs. Si\u00e2n")).isEqualTo("sian");
        }

        @Test
        void that_stands_for_unknown_is_missing() {
            assertThat(Names.clean("UNKNOWN")).isEmpty();
            assertThat(Names.clean("Baby")).isEmpty();
            assertThat(Names.clean("N/K")).isEmpty();
            assertThat(Names.clean("123")).isEmpty();
            assertThat(Names.clean(null)).isEmpty();
        }

        @Test
        void shares_a_group_with_its_short_forms() {
            assertThat(Nicknames.groups("bob")).containsAnyOf(Nicknames.groups("robert"));
            assertThat(Nicknames.groups("zebedee")).isEmpty();
        }
    }

    @Nested
    class AnNhsNumber {

        @Test
        void is_kept_when_its_check_digit_is_right() {
            assertThat(Identifiers.nhsNumber("943 476 5919")).isEqualTo("9434765919");
        }

        @Test
        void is_missing_when_one_digit_is_wrong() {
            for (int place = 0; place < 10; place++) {
                char[] digits = "9434765919".toCharArray();
                digits[place] = digits[place] == '9' ? '0' : (char) (digits[place] + 1);
                assertThat(Identifiers.nhsNumber(new String(digits)))
                        .as("digit %d", place)
                        .isEmpty();
            }
        }

        @Test
        void is_missing_when_it_is_a_sentinel_too_short_or_needs_check_digit_ten() {
            assertThat(Identifiers.nhsNumber("9999999999")).isEmpty();
            assertThat(Identifiers.nhsNumber("943476591")).isEmpty();
            assertThat(Identifiers.nhsNumber("4000000080")).isEmpty();
        }
    }

    @Nested
    class APostcode {

        @Test
        void loses_spaces_and_case() {
            assertThat(Postcodes.clean(" nm4 7qa ")).isEqualTo("NM47QA");
            assertThat(Postcodes.sector("NM47QA")).isEqualTo("NM47");
            assertThat(Postcodes.outward("NM47QA")).isEqualTo("NM4");
        }

        @Test
        void may_be_another_countrys_digits() {
            assertThat(Postcodes.clean("4011")).isEqualTo("4011");
            assertThat(Postcodes.sector("4011")).isEqualTo("401");
        }

        @Test
        void that_stands_for_no_fixed_abode_is_missing() {
            assertThat(Postcodes.clean("ZZ99 3VZ")).isEmpty();
            assertThat(Postcodes.clean("9999")).isEmpty();
        }

        @Test
        void is_found_at_the_end_of_an_address() {
            assertThat(Postcodes.within("14 high street thornby nm4 7qa")).isEqualTo("NM47QA");
            assertThat(Addresses.clean("14 High St, Thornby NM4 7QA")).isEqualTo("14 high street thornby");
        }
    }

    @Nested
    class ADateOfBirth {

        @Test
        void that_is_a_default_of_a_system_is_missing() {
            assertThat(BirthDates.clean(LocalDate.of(1900, 1, 1))).isZero();
            assertThat(BirthDates.clean(LocalDate.of(9999, 12, 31))).isZero();
            assertThat(BirthDates.clean(LocalDate.of(1984, 7, 3))).isEqualTo(19840703);
        }

        @Test
        void is_read_in_the_usual_layouts() {
            assertThat(BirthDates.read("19840703")).isEqualTo("1984-07-03");
            assertThat(BirthDates.read("1984-07-03")).isEqualTo("1984-07-03");
            assertThat(BirthDates.read("03/07/1984")).isEqualTo("1984-07-03");
        }

        @Test
        void with_a_thirteenth_month_has_day_and_month_swapped() {
            assertThat(BirthDates.read("19842307")).isEqualTo("1984-07-23");
            assertThat(BirthDates.read("19843030")).isNull();
            assertThat(BirthDates.read("soon")).isNull();
        }
    }
}
