package org.totalplace.intake.reading.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTests {

    private final DateText text = new DateText();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "03/04/2025|2025-04-03T00:00",
                "3/4/2025|2025-04-03T00:00",
                "03.04.2025|2025-04-03T00:00",
                "03-04-2025|2025-04-03T00:00",
                "03/04/25|2025-04-03T00:00",
                "2025-03-03|2025-03-03T00:00",
                "2025-03-03 00:00:00|2025-03-03T00:00",
                "2025/03/31|2025-03-31T00:00",
                "2025-03-03T14:05:09|2025-03-03T14:05:09",
                "2025-03-03 2:05 PM|2025-03-03T14:05",
                "03/04/2025 23:59|2025-04-03T23:59",
                "05-Apr-12|2012-04-05T00:00",
                "13-Nov-2012|2012-11-13T00:00",
                "13 November 2012|2012-11-13T00:00",
                "1st March 2025|2025-03-01T00:00",
                "Tue 4 March 2025|2025-03-04T00:00",
                "March 4, 2025|2025-03-04T00:00",
                "2025-Mar-04|2025-03-04T00:00",
                "04Mar2025|2025-03-04T00:00",
                "20250304|2025-03-04T00:00",
                "31032025|2025-03-31T00:00",
                "01042025|2025-04-01T00:00",
                "19151111|1915-11-11T00:00",
                "41543|2013-09-26T00:00",
                "45384.041666666664|2024-04-02T01:00",
                "29/02/2024|2024-02-29T00:00"
            })
    void every_spelling_in_use_is_read(String cell, String expected) {
        assertThat(text.read(cell)).as(cell).isTrue();
        assertThat(text.time(false)).hasToString(expected);
    }

    @ParameterizedTest(name = "{0} is {1} in the United Kingdom")
    @CsvSource({
        "2025-07-01T10:00:00Z, 2025-07-01T11:00",
        "2025-01-01T10:00:00Z, 2025-01-01T10:00",
        "2025-06-30T23:30:00.000+00:00, 2025-07-01T00:30",
        "2025-06-30T23:30:00+0100, 2025-06-30T23:30"
    })
    void a_time_with_a_zone_is_told_as_local_clocks_show_it(String cell, String expected) {
        assertThat(text.read(cell)).isTrue();
        assertThat(text.time(false)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "29/02/2025",
                "31/04/2025",
                "32/01/2025",
                "2025-13-01",
                "Apr-12",
                "2025",
                "12",
                "1234.56",
                "99999",
                "19158911",
                "03/04/2025 25:00",
                "03/04/2025 x",
                "03/04",
                "03/04/202",
                "PINV00259102",
                "30 Foo 2024"
            })
    void what_is_no_day_is_not_taken_for_one(String cell) {
        assertThat(text.read(cell)).as(cell).isFalse();
    }

    @Test
    void figures_tell_which_orders_are_possible() {
        assertThat(text.read("03/25/2025")).isTrue();
        assertThat(text.canBeDayFirst()).isFalse();
        assertThat(text.day(true)).hasToString("2025-03-25");

        assertThat(text.read("03/04/2025")).isTrue();
        assertThat(text.canBeDayFirst()).isTrue();
        assertThat(text.day(true)).hasToString("2025-03-04");
    }

    @Test
    void a_year_of_two_figures_is_told() {
        assertThat(text.read("05-Apr-12")).isTrue();
        assertThat(text.hasShortYear()).isTrue();
        assertThat(text.read("05-Apr-2012")).isTrue();
        assertThat(text.hasShortYear()).isFalse();
    }
}
