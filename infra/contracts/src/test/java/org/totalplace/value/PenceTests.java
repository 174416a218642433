package org.totalplace.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PenceTests {

    @Nested
    class ReadingPounds {

        @Test
        void keeps_every_penny() {
            assertThat(Pence.ofPounds("12.5")).isEqualTo(new Pence(1250));
            assertThat(Pence.ofPounds("-0.01")).isEqualTo(new Pence(-1));
        }

        @Test
        void refuses_a_fraction_of_a_penny_instead_of_rounding() {
            assertThatThrownBy(() -> Pence.ofPounds("1.005")).isInstanceOf(ArithmeticException.class);
        }
    }

    @Nested
    class Adding {

        @Test
        void refuses_to_overflow_in_silence() {
            assertThatThrownBy(() -> new Pence(Long.MAX_VALUE).plus(new Pence(1)))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Nested
    class Splitting {

        @Test
        void gives_the_odd_penny_to_the_largest_remainder() {
            assertThat(new Pence(100).split(1, 1, 1)).containsExactly(new Pence(34), new Pence(33), new Pence(33));
            assertThat(new Pence(100).split(1, 2, 3)).containsExactly(new Pence(17), new Pence(33), new Pence(50));
        }

        @Test
        void gives_parts_that_add_up_to_the_whole_whatever_the_sign_and_the_weights() {
            Random random = new Random(7);
            for (int run = 0; run < 2_000; run++) {
                long[] weights =
                        random.longs(1 + random.nextInt(20), 0, 1_000_000).toArray();
                weights[0]++;
                Pence whole = new Pence(random.nextLong(-10_000_000_000_000L, 10_000_000_000_000L));

                Pence sum = Arrays.stream(whole.split(weights)).reduce(Pence.ZERO, Pence::plus);

                assertThat(sum).isEqualTo(whole);
            }
        }

        @Test
        void gives_nothing_to_a_weight_of_zero() {
            assertThat(new Pence(-101).split(0, 1, 0)[0]).isEqualTo(Pence.ZERO);
        }

        @Test
        void refuses_weights_that_add_up_to_nothing() {
            assertThatThrownBy(() -> new Pence(1).split(0, 0)).hasMessageContaining("somewhere to go");
        }
    }
}
