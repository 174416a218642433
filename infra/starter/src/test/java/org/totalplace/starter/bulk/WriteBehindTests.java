package org.totalplace.starter.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WriteBehindTests {

    private final List<Integer> written = Collections.synchronizedList(new ArrayList<>());

    @Test
    void every_row_is_written_once_and_in_its_order() throws SQLException {
        WriteBehind<Integer> behind = new WriteBehind<>("rows", 3, written::addAll);
        for (int row = 0; row < 10; row++) {
            behind.add(row);
        }
        behind.complete();

        assertThat(written).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void nothing_is_written_of_nothing() throws SQLException {
        WriteBehind<Integer> behind = new WriteBehind<>("rows", 3, chunk -> {
            throw new AssertionError("There is nothing to write");
        });
        behind.complete();

        assertThat(written).isEmpty();
    }

    @Test
    void rows_are_gathered_while_others_are_written() throws Exception {
        CountDownLatch gathered = new CountDownLatch(1);
        WriteBehind<Integer> behind = new WriteBehind<>("rows", 2, chunk -> {
            await(gathered);
            written.addAll(chunk);
        });
        behind.add(1);
        behind.add(2);
        behind.add(3);
        assertThat(written).isEmpty();
        gathered.countDown();
        behind.complete();

        assertThat(written).containsExactly(1, 2, 3);
    }

    @Test
    void what_the_writer_throws_is_thrown_by_the_next_call_that_needs_it() throws SQLException {
        SQLException full = new SQLException("The disk is full");
        WriteBehind<Integer> behind = new WriteBehind<>("rows", 1, chunk -> {
            throw full;
        });
        behind.add(1);

        assertThatThrownBy(() -> behind.add(2)).isSameAs(full);
    }

    @Test
    void after_a_failure_it_can_be_abandoned() throws SQLException {
        WriteBehind<Integer> behind = new WriteBehind<>("rows", 2, chunk -> {
            throw new IllegalStateException("A mistake of ours");
        });
        behind.add(1);
        behind.add(2);

        assertThatThrownBy(behind::complete).isInstanceOf(SQLException.class).hasRootCauseMessage("A mistake of ours");
        behind.abandon();
        behind.complete();
        assertThat(written).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
