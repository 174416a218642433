package org.totalplace.starter.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

class DeflatorsTests {

    private static final FinancialYear YEAR = FinancialYear.parse("2012-13");

    @TempDir
    private Path folder;

    private Deflators deflators = new Deflators(new DeflatorSettings(null, ""));

    @BeforeEach
    void aSeriesIsChosen() throws IOException {
        Path file = Files.writeString(
                folder.resolve("deflators.csv"),
                "year,index,status\n2012-13,80,outturn\n2013-14,90,outturn\n2014-15,100,provisional\n");
        deflators = new Deflators(new DeflatorSettings(file, "A made-up series, first edition"));
    }

    @Nested
    class MoneyInThePricesOfALaterYear {

        @Test
        void grows_by_the_quotient_of_the_indices_and_is_rounded_last() {
            RealTerms terms = deflators.asked("2014-15", YEAR).orElseThrow();

            assertThat(terms.of(new BigDecimal("80.00"))).isEqualByComparingTo("100.00");
            assertThat(terms.of(new BigDecimal("0.01"))).isEqualByComparingTo("0.01");
            assertThat(terms.of(new BigDecimal("-1000.00"))).isEqualByComparingTo("-1250.00");
        }

        @Test
        void stays_what_it_is_in_its_own_prices() {
            RealTerms own = deflators.asked("2012-13", YEAR).orElseThrow();

            assertThat(own.of(new BigDecimal("123.45"))).isEqualByComparingTo("123.45");
        }

        @Test
        void says_where_the_series_comes_from_and_whether_it_is_settled() {
            RealTerms settled = deflators.asked("2013-14", YEAR).orElseThrow();

            assertThat(settled.source()).isEqualTo("A made-up series, first edition");
            assertThat(settled.status()).isEqualTo("outturn");
            assertThat(deflators.asked("2014-15", YEAR).orElseThrow().status()).isEqualTo("provisional");
        }
    }

    @Nested
    class AYearThatTheSeriesLacks {

        @Test
        void is_told_with_what_there_is() {
            assertThatThrownBy(() -> deflators.asked("1999-00", YEAR))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("1999-00")
                    .hasMessageContaining("from 2012-13 to 2014-15");
            assertThatThrownBy(() -> deflators.asked("2014", YEAR)).isInstanceOf(Problem.class);
        }
    }

    @Nested
    class WithoutASeries {

        private final Deflators none = new Deflators(new DeflatorSettings(null, ""));

        @Test
        void nothing_is_told_in_real_terms_and_the_reader_learns_why() {
            assertThatThrownBy(() -> none.asked("2014-15", YEAR))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("No series of deflators has been chosen");
        }

        @Test
        void a_series_without_a_source_is_refused() {
            assertThatThrownBy(() -> new DeflatorSettings(folder.resolve("deflators.csv"), " "))
                    .hasMessageContaining("totalplace.deflators.source");
        }
    }

    @Test
    void nothing_asked_is_nothing_answered() {
        assertThat(deflators.asked(null, YEAR)).isEmpty();
        assertThat(deflators.asked(" ", YEAR)).isEmpty();
    }
}
