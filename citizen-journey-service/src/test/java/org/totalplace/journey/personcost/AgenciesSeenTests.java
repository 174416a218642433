package org.totalplace.journey.personcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.starter.disclosure.PublishedCount;

class AgenciesSeenTests {

    private static final int MOST = 36;

    /** Of four times seven all is hidden that can be. */
    private static final List<List<Long>> ALL_SEVEN = List.of(List.of(7L, 7L, 7L, 7L));

    private static List<String> shown(long... seen) {
        return AgenciesSeen.of(java.util.Arrays.stream(seen).boxed().toList()).published().stream()
                .map(PublishedCount::shown)
                .toList();
    }

    @Test
    void counts_of_many_are_told() {
        assertThat(shown(20, 11, 0, 9)).containsExactly("20", "10", "0", "10");
        assertThat(AgenciesSeen.of(List.of(20L, 11L, 0L, 9L)).isWhole()).isTrue();
    }

    /** As it stood in the sample: one of thirteen, which the mean told. */
    @Test
    void beside_the_only_count_of_few_another_is_hidden() {
        assertThat(shown(0, 12, 1, 0)).containsExactly("0", "c", "c", "0");
        assertThat(shown(60, 30, 12, 1)).containsExactly("60", "c", "10", "c");
        assertThat(AgenciesSeen.of(List.of(0L, 12L, 1L, 0L)).isWhole()).isFalse();
    }

    /** Ten persons, of whom eight at least are told: the others can only be one and one. */
    @Test
    void two_of_few_are_not_told_by_how_many_are_in_the_band() {
        assertThat(shown(8, 1, 1, 0)).containsExactly("c", "c", "c", "0");
    }

    @Test
    void three_times_seven_are_not_told_by_where_nobody_is() {
        assertThat(shown(0, 7, 7, 7)).containsExactly("c", "c", "c", "c");
    }

    @Test
    void a_band_of_few_tells_not_even_where_nobody_is() {
        assertThat(shown(0, 5, 0, 0)).containsExactly("c", "c", "c", "c");
    }

    /** The attack: whoever knows the number of persons and the rule tries every row that would be shown so. */
    @Test
    void no_small_row_can_be_worked_out_of_what_is_shown() {
        Map<List<Object>, List<List<Long>>> alike = new HashMap<>();
        for (long one = 0; one <= MOST; one++) {
            for (long two = 0; one + two <= MOST; two++) {
                for (long three = 0; one + two + three <= MOST; three++) {
                    for (long more = 0; one + two + three + more <= MOST; more++) {
                        List<Long> row = List.of(one, two, three, more);
                        List<Object> known = List.of(
                                one + two + three + more, AgenciesSeen.of(row).published());
                        alike.computeIfAbsent(known, none -> new ArrayList<>()).add(row);
                    }
                }
            }
        }

        List<List<Long>> found = alike.entrySet().stream()
                .filter(shown -> tells(shown.getKey(), shown.getValue()))
                .filter(shown -> !shown.getValue().equals(ALL_SEVEN))
                .map(shown -> shown.getValue().getFirst())
                .toList();

        assertThat(alike).hasSizeGreaterThan(1_000);
        assertThat(found).isEmpty();
    }

    /** Whether a count that is hidden is the same in all rows that look alike. */
    @SuppressWarnings("unchecked")
    private static boolean tells(List<Object> known, List<List<Long>> rows) {
        List<PublishedCount> shown = (List<PublishedCount>) known.get(1);
        long persons = (long) known.get(0);
        for (int i = 0; i < shown.size(); i++) {
            int cell = i;
            if (persons > 0
                    && shown.get(i).value() == null
                    && rows.stream().map(row -> row.get(cell)).distinct().count() == 1) {
                return true;
            }
        }
        return false;
    }
}
