package org.totalplace.starter.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
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

    @Nested
    class WhereRowsArePartsOfOthers {

        private static final int TOP = PublishedTable.TOP;

        @Test
        void hides_a_second_part_so_that_the_whole_does_not_tell_the_first() {
            PublishedTable table =
                    PublishedTable.nested(new long[][] {{53}, {3}, {20}, {30}}, new int[] {TOP, 0, 0, 0});

            assertThat(table.cell(0, 0).value()).isEqualTo(55);
            assertThat(table.cell(1, 0).symbol()).isEqualTo("c");
            assertThat(table.cell(2, 0).symbol()).isEqualTo("c");
            assertThat(table.cell(3, 0).value()).isEqualTo(30);
        }

        /** The second whole is hidden for the sake of the first; were all its parts shown, their sum would tell it. */
        @Test
        void hides_a_part_of_a_whole_that_is_hidden() {
            PublishedTable table =
                    PublishedTable.nested(new long[][] {{5}, {40}, {5}, {15}, {25}}, new int[] {TOP, TOP, 0, 1, 1});

            assertThat(table.cell(1, 0).symbol()).isEqualTo("c");
            assertThat(table.cell(3, 0).symbol()).isEqualTo("c");
            assertThat(table.cell(4, 0).value()).isEqualTo(25);
        }

        /** The only part of a whole is the whole: what hides one of them hides both. */
        @Test
        void hides_a_whole_with_its_only_part() {
            PublishedTable table = PublishedTable.nested(
                    new long[][] {{40, 9}, {40, 9}, {30, 9}, {30, 4}}, new int[] {TOP, 0, TOP, TOP});

            assertThat(table.cell(0, 1).symbol()).isEqualTo(table.cell(1, 1).symbol());
        }

        @Test
        void tells_nothing_of_a_row_that_may_not_be_shown_nor_by_the_others_beside_it() {
            PublishedTable table = PublishedTable.nested(
                    new long[][] {{60, 70}, {30, 40}, {20, 10}, {10, 20}}, new int[] {TOP, 0, 0, 0}, Set.of(1));

            assertThat(table.rowTotal(1).symbol()).isEqualTo("c");
            assertThat(table.cell(2, 1).symbol()).isEqualTo("c");
            assertThat(table.cell(3, 0).symbol()).isEqualTo("c");
            assertThat(table.columnTotal(0).value()).isEqualTo(60);
        }

        @Test
        void sums_wholes_and_not_their_parts_again() {
            PublishedTable table =
                    PublishedTable.nested(new long[][] {{45}, {20}, {25}, {10}}, new int[] {TOP, 0, 0, TOP});

            assertThat(table.columnTotal(0).value()).isEqualTo(55);
        }

        /** Every district shows its wholes alone, so each is hidden as if there were no other. */
        @Test
        void hides_in_each_of_very_many_wholes_what_it_would_hide_in_one() {
            long[][] one = {{20, 30}, {3, 9}, {17, 21}};
            int wholes = 20_000;
            long[][] counts = new long[3 * wholes][];
            int[] parents = new int[3 * wholes];
            for (int whole = 0; whole < wholes; whole++) {
                for (int row = 0; row < 3; row++) {
                    counts[3 * whole + row] = one[row];
                    parents[3 * whole + row] = row == 0 ? TOP : 3 * whole;
                }
            }
            PublishedTable alone = PublishedTable.nested(one, new int[] {TOP, 0, 0});

            PublishedTable table = PublishedTable.nested(counts, parents);

            for (int row = 0; row < counts.length; row++) {
                assertThat(table.cell(row, 0)).isEqualTo(alone.cell(row % 3, 0));
                assertThat(table.cell(row, 1)).isEqualTo(alone.cell(row % 3, 1));
            }
        }

        @Test
        void leaves_no_whole_and_its_parts_with_one_hidden_count() {
            Random random = new Random(2011);
            for (int round = 0; round < 300; round++) {
                long[][] counts = new long[12][2];
                int[] parents = {TOP, TOP, TOP, 0, 0, 0, 1, 1, 1, 2, 2, 2};
                for (int part = 3; part < counts.length; part++) {
                    for (int column = 0; column < 2; column++) {
                        counts[part][column] = random.nextInt(3) == 0 ? random.nextInt(8) : random.nextInt(40);
                        counts[parents[part]][column] += counts[part][column];
                    }
                }
                PublishedTable table = PublishedTable.nested(counts, parents);
                for (int whole = 0; whole < 3; whole++) {
                    for (int column = 0; column < 2; column++) {
                        int hidden = table.cell(whole, column).value() == null ? 1 : 0;
                        for (int part = 3 + 3 * whole; part < 6 + 3 * whole; part++) {
                            hidden += table.cell(part, column).value() == null ? 1 : 0;
                        }
                        assertThat(hidden).isNotEqualTo(1);
                    }
                }
            }
        }
    }

    @Test
    void is_made_of_rows_of_one_length() {
        assertThatThrownBy(() -> PublishedTable.of(new long[][] {{1}, {1, 2}}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
