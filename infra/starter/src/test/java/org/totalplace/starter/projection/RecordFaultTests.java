package org.totalplace.starter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.BufferUnderflowException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.avro.AvroRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFaultTests {

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22003", "22P02", "23502", "23505", "23514"})
    void is_what_the_database_refuses_to_store(String state) {
        assertThat(RecordFault.explains(new SQLException("refused", state))).isTrue();
        assertThat(RecordFault.explains(new BatchUpdateException("refused", state, new int[0])))
                .isTrue();
        assertThat(RecordFault.explains(new IllegalStateException(new SQLException("refused", state))))
                .isTrue();
    }

    /** Refused and cut connections, serialization failures, deadlocks, locks, time limits, want of room, a restart. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "25P03", "40001", "40P01", "55P03", "57014", "57P01", "57P03", "53100", "53300",
                "42P01", "58030", "XX000"
            })
    void is_nothing_that_may_pass_on_another_try(String state) {
        assertThat(RecordFault.explains(new SQLException("away", state))).isFalse();
        assertThat(RecordFault.explains(new IllegalArgumentException(new SQLException("away", state))))
                .isFalse();
    }

    @Test
    void is_no_failure_that_says_nothing_of_its_kind() {
        assertThat(List.<Exception>of(
                        new SQLException("Connection refused"),
                        new SQLTransientConnectionException("No connection within 30 s"),
                        new IllegalStateException("Timeout on blocking read for 5000000000 NANOSECONDS"),
                        new RejectedExecutionException("Stopping"),
                        new CancellationException("Stopping"),
                        new RuntimeException("Something")))
                .noneMatch(RecordFault::explains);
    }

    @Test
    void is_no_failure_behind_which_there_is_one_of_the_moment() {
        assertThat(List.<Exception>of(
                        new UncheckedIOException(new EOFException()),
                        new IllegalArgumentException("No answer", new ConnectException("Connection refused")),
                        new IllegalArgumentException(new TimeoutException("No answer in time")),
                        new org.apache.kafka.common.errors.TimeoutException("No leader"),
                        new IllegalArgumentException(new InterruptedException())))
                .noneMatch(RecordFault::explains);
    }

    @Test
    void is_what_the_code_stumbles_over() {
        assertThat(List.<RuntimeException>of(
                        new IllegalArgumentException("A person's key has 16 bytes, not 3"),
                        new NumberFormatException("many"),
                        new DateTimeException("yesterday"),
                        new ArithmeticException("long overflow"),
                        new NoSuchElementException(),
                        new StringIndexOutOfBoundsException(),
                        new BufferUnderflowException(),
                        new NullPointerException(),
                        new AvroRuntimeException("No such field")))
                .allMatch(RecordFault::explains);
    }
}
