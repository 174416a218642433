package org.totalplace.intake.reading.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonthTextTests {

    @ParameterizedTest(name = "{0} begins on {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Apr-23|2023-04-01",
                "APR 23|2023-04-01",
                "April 2023|2023-04-01",
                "Sept. 2023|2023-09-01",
                "Apr '23|2023-04-01",
                "Apr2023|2023-04-01",
                "2023 April|2023-04-01",
                "2023-04|2023-04-01",
                "2023/12|2023-12-01",
                "04/2023|2023-04-01",
                "4-2023|2023-04-01",
                "April to June 2023|2023-04-01",
                "Apr-Jun 23|2023-04-01",
                "2023/24 Period 1|2023-04-01",
                "2023/24 P01|2023-04-01",
                "2023-24 10|2024-01-01",
                "10 2023/2024|2024-01-01",
                "P12 23/24|2024-03-01",
                "2023/24 P13|2024-03-01",
                "2023/24 January|2024-01-01",
                "May 2023/24|2023-05-01",
                "Q1 2023/24|2023-04-01",
                "2023-24 Quarter 4|2024-01-01",
                "3rd Quarter 2023/24|2023-10-01"
            })
    void every_spelling_in_use_is_read(String cell, String expected) {
        assertThat(MonthText.firstDay(cell)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2010-11",
                "2010/11",
                "2023",
                "2023/24",
                "Q1 2023",
                "202304",
                "13/2023",
                "2023-13",
                "April",
                "May Gurney 2012 Ltd",
                "Mark 23",
                "2023/24 P15",
                "Dec-Feb 2024",
                "P1"
            })
    void what_names_no_month_for_certain_is_none(String cell) {
        assertThat(MonthText.firstDay(cell)).isNull();
    }

    @Test
    void a_title_tells_the_only_month_that_it_names() {
        assertThat(MonthText.in("Payments over \u00A3500: April 2023")).hasToString("2023-04-01");
        assertThat(MonthText.in("spend_over_500_may-2013.csv")).hasToString("2013-05-01");
        assertThat(MonthText.in("Payments April to June 2023")).hasToString("2023-04-01");
        assertThat(MonthText.in("April 2023, printed in June 2023")).isNull();
        assertThat(MonthText.in("Payments 2023/24")).isNull();
    }

    @Test
    void a_range_of_months_is_no_month() {
        assertThat(MonthText.month("spend_over_500_may-2013.csv")).hasToString("2013-05");
        assertThat(MonthText.month("Payments April to June 2023")).isNull();
        assertThat(MonthText.month("Payments 2023/24")).isNull();
    }
}
