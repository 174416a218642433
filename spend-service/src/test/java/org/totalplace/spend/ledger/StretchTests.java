package org.totalplace.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.totalplace.spend.ledger.Stretch.Posted;

class StretchTests {

    private static Posted small(int number, int lines) {
        return new Posted(number, lines, 1_000_000);
    }

    @Test
    void small_deliveries_are_read_together_whatever_their_rows_are_called() {
        assertThat(Stretch.of(List.of(small(3, 10), small(7, 49_990)), null))
                .containsExactly(new Stretch(List.of(3, 7), 0, Long.MAX_VALUE));
    }

    @Test
    void but_no_more_lines_than_are_quickly_sorted() {
        assertThat(Stretch.of(List.of(small(3, 11), small(7, 49_990), small(8, 5)), null))
                .extracting(Stretch::deliveries)
                .containsExactly(List.of(3), List.of(7, 8));
    }

    @Test
    void and_few_deliveries_for_the_first_page_and_twice_as_many_each_time_for_those_who_read_on() {
        List<Posted> many = IntStream.rangeClosed(1, 113)
                .mapToObj(number -> small(number, 1))
                .toList();

        assertThat(Stretch.of(many, null))
                .extracting(stretch -> stretch.deliveries().size())
                .containsExactly(16, 32, 64, 1);
    }

    @Test
    void a_large_delivery_is_read_by_its_rows_up_to_the_last() {
        Posted large = new Posted(5, 90_000, 100_000);

        assertThat(Stretch.of(List.of(small(4, 1), large, small(6, 1)), null))
                .containsExactly(
                        new Stretch(List.of(4), 0, Long.MAX_VALUE),
                        new Stretch(List.of(5), 0, 49_999),
                        new Stretch(List.of(5), 50_000, 99_999),
                        new Stretch(List.of(5), 100_000, 149_999),
                        new Stretch(List.of(6), 0, Long.MAX_VALUE));
    }

    @Test
    void it_is_gone_on_with_at_the_row_that_was_reached_since_a_row_can_have_parts() {
        Posted large = new Posted(5, 90_000, 100_000);

        assertThat(Stretch.of(List.of(large), new LinesQuery.After(5, 99_000, 2)))
                .containsExactly(new Stretch(List.of(5), 99_000, 148_999));
    }

    @Test
    void where_nothing_was_posted_nothing_is_read() {
        assertThat(Stretch.of(List.of(), null)).isEmpty();
    }
}
