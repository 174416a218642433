package org.totalplace.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.model.LinkageModel;

class CandidatesTests {

    @Test
    void a_pair_that_several_rules_propose_is_visited_once() {
        Columns columns = people(2, "county", "district");

        assertThat(visited(columns, false)).containsExactly("0-1");
    }

    @Test
    void swapped_names_with_another_date_of_birth_are_proposed() {
        Columns columns = new Columns(2);
        columns.putSource(0, "county");
        columns.putSource(1, "district");
        columns.putName(0, "Rhys", "Morgan");
        columns.putName(1, "Morgan", "Rhys");
        columns.complete();

        assertThat(visited(columns, false)).containsExactly("0-1");
    }

    @Test
    void records_of_one_source_are_compared_only_when_it_holds_duplicates() {
        assertThat(visited(people(2, "county", "county"), false)).isEmpty();
        assertThat(visited(people(2, "county", "county"), true)).containsExactly("0-1");
    }

    @Test
    void missing_values_make_no_block() {
        Columns columns = new Columns(3);
        for (int row = 0; row < 3; row++) {
            columns.putSource(row, "agency" + row);
        }
        columns.complete();

        assertThat(visited(columns, true)).isEmpty();
    }

    @Test
    void oversize_blocks_are_left_out_and_counted_but_rows_of_no_other_block_meet_the_next_three() {
        Columns columns = people(500, "county", "district");
        Candidates candidates = new Candidates(columns, LinkageModel.initial(), new boolean[] {false, true, true});
        candidates.visit(() -> (a, b) -> {});

        assertThat(candidates.skippedBlocks()).isPositive();
        assertThat(candidates.skippedPairs()).isGreaterThanOrEqualTo(500 * 499 / 2);
        assertThat(candidates.proposed()).isBetween(500L, 3 * 500L);
    }

    private static Columns people(int count, String... sources) {
        Columns columns = new Columns(count);
        for (int row = 0; row < count; row++) {
            columns.putSource(row, sources[row % sources.length]);
            columns.putName(row, "Gwen", "Morgan");
            columns.putBirth(row, LocalDate.of(1984, 7, 3), "F");
            columns.putPostcode(row, "NM4 7QA", null);
            columns.putAddress(row, "14 High Street, Thornby");
        }
        columns.complete();
        return columns;
    }

    private static List<String> visited(Columns columns, boolean holdsDuplicates) {
        boolean[] flags = new boolean[columns.sources()];
        Arrays.fill(flags, holdsDuplicates);
        List<String> pairs = Collections.synchronizedList(new ArrayList<>());
        new Candidates(columns, LinkageModel.initial(), flags).visit(() -> (a, b) -> pairs.add(a + "-" + b));
        return pairs;
    }
}
