package org.totalplace.intake.reading.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadedTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Original Budget|-|budget|-|-",
                "2024/25 Base Budget £000|-|budget|2024-25|-",
                "Forecast Outturn 2023-24|-|revised|2023-24|-",
                "2022-23 Actual (£)|-|outturn|2022-23|-",
                "Latest Approved Budget|-|revised|-|-",
                "Education- Net Current Expenditure (C7 = C3 - C6)|Education|-|-|net current expenditure",
                "Net expenditure: Roads|Roads|-|-|net expenditure",
                "Highways - Budget 2024-25|Highways|budget|2024-25|-",
                "Amount (£)|-|-|-|-",
                "TOTAL POLICE SERVICES|POLICE SERVICES|-|-|-"
            })
    void a_header_is_taken_apart(String header, String label, String phase, String year, String measure) {
        Headed headed = Headed.of(0, header);

        assertThat(headed.label()).isEqualTo(label);
        assertThat(headed.phase()).isEqualTo(phase);
        assertThat(headed.year() == null ? null : headed.year().label()).isEqualTo(year);
        assertThat(headed.measure()).isEqualTo(measure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Cost centre code", "Variance", "Change %", "Population", "Per head", "Budget change", "Quarter"
            })
    void some_columns_of_figures_are_no_money(String header) {
        assertThat(Headed.of(0, header).isNoMoney()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Climate change costs", "Recycling", "Free movement of goods"})
    void a_services_name_may_hold_such_a_word(String header) {
        assertThat(Headed.of(0, header).isNoMoney()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Data are reported in £ thousand., THOUSANDS",
        "All figures £'000, THOUSANDS",
        "(£m), MILLIONS",
        "Amount (£), POUNDS",
        "in thousands of pounds, THOUSANDS"
    })
    void a_title_says_the_unit(String title, MoneyUnit unit) {
        assertThat(MoneyUnit.saidIn(title)).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Spending over £500", "Revenue Outturn 2022-23", "Room 000"})
    void other_titles_do_not(String title) {
        assertThat(MoneyUnit.saidIn(title)).isNull();
    }

    @Test
    void two_years_in_a_title_are_none() {
        assertThat(Years.only("Budgets 2023-24 and 2024-25")).isNull();
        assertThat(Years.only("Revenue Outturn (RO) 2022-23, updated 6 June 2024"))
                .hasToString("2022-23");
        assertThat(Years.only("pages 12-15")).isNull();
    }
}
