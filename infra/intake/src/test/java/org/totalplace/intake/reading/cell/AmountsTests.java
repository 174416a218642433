package org.totalplace.intake.reading.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTests {

    @ParameterizedTest(name = "{0} is {1} pence")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1234.56|123456",
                "1,234.56|123456",
                "\u00A31,234.56|123456",
                "\u00A3 3,040.14|304014",
                " 8,622.00 |862200",
                "(978.00)|-97800",
                "\u00A3(978.00)|-97800",
                "(\u00A3978.00)|-97800",
                "978.00-|-97800",
                "-978|-97800",
                "\u2212978|-97800",
                "-\u00A3 40.00|-4000",
                "\u00A3-40.00|-4000",
                "40.00 CR|-4000",
                "1\u00A0234.56|123456",
                "1 234 567.8|123456780",
                "\u00C2\u00A3500|50000",
                "\u00A3 1,234.56 CR|-123456",
                "1,234.56CR|-123456",
                "1,234.56 DR|123456",
                "1,234.56 GBP|123456",
                "12.50 pounds|1250",
                "-1,234 Pounds|-123400",
                "(\u00A312.00)|-1200",
                "- 12.00|-1200",
                "\u201312.00|-1200",
                "?12.00|1200",
                "\u01531,041.00|104100",
                "1.2E+05|12000000",
                "\uFFFD500|50000",
                "l1,234.56|123456",
                "GBP 1,234.56|123456",
                "'12.50|1250",
                "+12.5|1250",
                "0|0",
                "-0.01|-1",
                ".5|50",
                "12.|1200",
                "\u00A350,000,000|5000000000",
                "8006519111.95|800651911195",
                "9999999999999.99|999999999999999"
            })
    void every_spelling_in_use_is_read_exactly(String cell, long pence) {
        assertThat(Amounts.pence(cell)).isEqualTo(pence);
    }

    @Nested
    class WithMoreThanTwoDecimals {

        @ParameterizedTest(name = "{0} is {1} pence")
        @CsvSource({
            "123.45999999999999, 12346",
            "1263.6100000000001, 126361",
            "283205.15999999997, 28320516",
            "0.99999999999, 100",
            "-2470.6999999999998, -247070",
            "12.500, 1250",
            "5.4480000000000004E3, 544800",
            "1.2E+3, 120000",
            "1E-2, 1"
        })
        void the_noise_of_binary_fractions_is_the_penny_that_was_meant(String cell, long pence) {
            assertThat(Amounts.pence(cell)).isEqualTo(pence);
        }

        @ParameterizedTest
        @ValueSource(strings = {"12.345", "0.001", "1.999", "12.34001", "1.2345E1", "0.333333333333"})
        void a_genuine_fraction_of_a_penny_is_refused_and_not_rounded(String cell) {
            assertThat(faultOf(cell)).isEqualTo(Amounts.Fault.FRACTION_OF_A_PENNY);
        }
    }

    @Nested
    class WhenThereIsNoAmount {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "abc",
                    "\u00A312k",
                    "12m",
                    "?",
                    "12?",
                    "DR",
                    "1.2E+",
                    "#REF!",
                    "12.34.56",
                    "12/03/2025",
                    "--5",
                    "(5",
                    "5)",
                    "-5-",
                    "1e",
                    "12a",
                    "\u00A3",
                    ".",
                    "1e9999"
                })
        void it_is_refused(String cell) {
            assertThat(faultOf(cell)).isEqualTo(Amounts.Fault.NOT_A_NUMBER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"12,34", "1234,567", "1,23,456", ",5", "1,", "12 34", "1.234,56"})
        void commas_in_odd_places_are_refused_since_they_may_be_decimal_ones(String cell) {
            assertThat(faultOf(cell)).isEqualTo(Amounts.Fault.GROUPING);
        }

        @Test
        void other_currencies_are_named() {
            assertThat(faultOf("$12.00")).isEqualTo(Amounts.Fault.FOREIGN_CURRENCY);
            assertThat(faultOf("\u20AC12.00")).isEqualTo(Amounts.Fault.FOREIGN_CURRENCY);
        }

        @Test
        void more_digits_than_any_payment_has_are_refused() {
            assertThat(faultOf("4715320649042975050912")).isEqualTo(Amounts.Fault.TOO_LARGE);
        }
    }

    @Test
    void a_currency_sign_alone_says_nothing() {
        assertThat(Amounts.isBareSign("\u00A3")).isTrue();
        assertThat(Amounts.isBareSign("\u00A3 -")).isTrue();
        assertThat(Amounts.isBareSign("\u00A30")).isFalse();
    }

    private static Amounts.Fault faultOf(String cell) {
        long result = Amounts.pence(cell);
        assertThat(Amounts.isAmount(result)).as(cell).isFalse();
        return Amounts.fault(result);
    }
}
