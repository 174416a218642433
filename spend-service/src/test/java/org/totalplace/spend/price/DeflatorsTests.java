package org.totalplace.spend.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

class DeflatorsTests {

    private static final FinancialYear YEAR = FinancialYear.parse("2012-13");

    @Nested
    class MoneyInThePricesOfALaterYear {

        @Test
        void grows_by_the_quotient_of_the_indices_and_is_rounded_last() {
            RealTerms terms =
                    new RealTerms("2021-22", new BigDecimal("83.6"), new BigDecimal("100.0"), "a series", "outturn");

            assertThat(terms.of(new BigDecimal("83.60"))).isEqualByComparingTo("100.00");
            assertThat(terms.of(new BigDecimal("0.01"))).isEqualByComparingTo("0.01");
            assertThat(terms.of(new BigDecimal("-1000.00"))).isEqualByComparingTo("-1196.17");
        }

        @Test
        void stays_what_it_is_in_its_own_prices() {
            RealTerms own = Deflators.asked("2012-13", YEAR).orElseThrow();

            assertThat(own.of(new BigDecimal("123.45"))).isEqualByComparingTo("123.45");
        }

        @Test
        void says_where_the_series_comes_from_and_whether_it_is_settled() {
            RealTerms terms = Deflators.asked("2024-25", YEAR).orElseThrow();

            assertThat(terms.source()).contains("HM Treasury", "L8GG");
            assertThat(terms.status()).isEqualTo("provisional");
        }
    }

    @Nested
    class AYearThatTheSeriesLacks {

        @Test
        void is_told_with_what_there_is() {
            assertThatThrownBy(() -> Deflators.asked("1999-00", YEAR))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("1999-00")
                    .hasMessageContaining("2009-10");
            assertThatThrownBy(() -> Deflators.asked("2024", YEAR)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void nothing_asked_is_nothing_answered() {
        assertThat(Deflators.asked(null, YEAR)).isEmpty();
        assertThat(Deflators.asked(" ", YEAR)).isEmpty();
    }
}
