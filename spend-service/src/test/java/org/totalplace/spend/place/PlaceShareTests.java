package org.totalplace.spend.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.value.Pence;

class PlaceShareTests {

    @Nested
    class OfSeveralAmounts {

        @Test
        void adds_up_to_the_share_of_their_sum() {
            PlaceShare third = share(1, 3);

            List<Pence> parts = third.of(pence(100, 100, 100, 1));

            assertThat(parts).containsExactlyElementsOf(pence(34, 33, 33, 0));
            assertThat(sum(parts)).isEqualTo(third.of(new Pence(301)));
        }

        @Test
        void goes_by_largest_remainder() {
            assertThat(share(1, 10).of(pence(14, 19, 17))).containsExactlyElementsOf(pence(1, 2, 2));
        }

        @Test
        void takes_credits_as_they_are() {
            PlaceShare share = share(1, 3);

            List<Pence> parts = share.of(pence(-100, 250, -49));

            assertThat(sum(parts)).isEqualTo(share.of(new Pence(101)));
        }

        @Test
        void is_within_a_penny_of_the_exact_share_whatever_the_amounts() {
            Random random = new Random(11);
            for (int trial = 0; trial < 2_000; trial++) {
                long body = 1 + random.nextInt(6_000_000);
                PlaceShare share = share(random.nextLong(body + 1), body);
                List<Pence> amounts = new ArrayList<>();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    amounts.add(new Pence(random.nextLong(-1_000_000_000, 4_000_000_000L)));
                }

                List<Pence> parts = share.of(amounts);

                assertThat(sum(parts)).isEqualTo(share.of(sum(amounts)));
                for (int i = 0; i < parts.size(); i++) {
                    double exact = (double) amounts.get(i).value() * share.numerator() / body;
                    assertThat(parts.get(i).value() - exact).isBetween(-1.001, 1.001);
                }
            }
        }
    }

    @Nested
    class AtItsEnds {

        @Test
        void nothing_of_a_body_is_nothing() {
            assertThat(share(0, 7).of(pence(100, -5))).containsExactlyElementsOf(pence(0, 0));
        }

        @Test
        void all_of_a_body_is_all() {
            assertThat(share(7, 7).of(pence(100, -5))).containsExactlyElementsOf(pence(100, -5));
        }

        @Test
        void no_amounts_have_no_parts() {
            assertThat(share(1, 7).of(List.of())).isEmpty();
        }

        @Test
        void more_than_all_is_refused() {
            assertThatIllegalArgumentException().isThrownBy(() -> share(8, 7)).withMessageContaining("8/7");
            assertThatIllegalArgumentException().isThrownBy(() -> share(0, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> share(-1, 7));
        }
    }

    private static PlaceShare share(long place, long body) {
        return new PlaceShare(place, body, "caseload", null, null);
    }

    private static List<Pence> pence(long... values) {
        return LongStream.of(values).mapToObj(Pence::new).toList();
    }

    private static Pence sum(List<Pence> parts) {
        return parts.stream().reduce(Pence.ZERO, Pence::plus);
    }
}
