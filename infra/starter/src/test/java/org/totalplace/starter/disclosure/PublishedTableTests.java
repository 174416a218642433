package org.totalplace.starter.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PublishedTableTests {

    @Test
    void rounds_counts_and_sums_what_it_shows() {
        PublishedTable table = PublishedTable.of(new long[][] {{12, 23}, {8, 0}});

        assertThat(table.cell(0, 0).value()).isEqualTo(10);
        assertThat(table.cell(0, 1).value()).isEqualTo(25);
        assertThat(table.cell(1, 1).value()).isZero();
        assertThat(table.rowTotal(0).value()).isEqualTo(35);
        assertThat(table.columnTotal(0).value()).isEqualTo(20);
    }

    @Test
    void hides_a_second_count_beside_the_only_confidential_one_of_a_row() {
        PublishedTable table = PublishedTable.of(new long[][] {{3, 40, 9}});

        assertThat(table.cell(0, 0).symbol()).isEqualTo("c");
        assertThat(table.cell(0, 1).value()).isEqualTo(40);
        assertThat(table.cell(0, 2).symbol()).isEqualTo("c");
        assertThat(table.rowTotal(0).value()).isEqualTo(40);
    }

    @Test
    void hides_a_second_count_of_the_column_too() {
        PublishedTable table = PublishedTable.of(new long[][] {{3, 40}, {20, 50}, {30, 60}});

        assertThat(table.cell(0, 1).symbol()).isEqualTo("c");
        assertThat(table.cell(1, 0).symbol()).isEqualTo("c");
        assertThat(table.cell(1, 1).symbol()).isEqualTo("c");
        assertThat(table.cell(2, 0).value()).isEqualTo(30);
        assertThat(table.cell(2, 1).value()).isEqualTo(60);
    }

    @Test
    void tells_no_total_where_all_of_it_is_hidden() {
        PublishedTable table = PublishedTable.of(new long[][] {{3, 0, 0}});

        assertThat(table.rowTotal(0).symbol()).isEqualTo("c");
    }

    @Test
    void leaves_no_row_or_column_with_one_hidden_count_beside_shown_ones() {
        Random random = new Random(20_241_122);
        for (int round = 0; round < 500; round++) {
            long[][] counts = new long[1 + random.nextInt(6)][4];
            for (long[] row : counts) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = random.nextInt(4) == 0 ? random.nextInt(8) : random.nextInt(60);
                }
            }
            PublishedTable table = PublishedTable.of(counts);
            for (int row = 0; row < counts.length; row++) {
                int hidden = 0;
                int shown = 0;
                for (int column = 0; column < 4; column++) {
                    Long value = table.cell(row, column).value();
                    hidden += value == null ? 1 : 0;
                    shown += value != null && value > 0 ? 1 : 0;
                    assertThat(counts[row][column] == 0 || counts[row][column] > 7 || value == null)
                            .isTrue();
                }
                assertThat(hidden == 1 && shown > 0).isFalse();
            }
        }
    }

    @Test
    void is_made_of_rows_of_one_length() {
        assertThatThrownBy(() -> PublishedTable.of(new long[][] {{1}, {1, 2}}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
