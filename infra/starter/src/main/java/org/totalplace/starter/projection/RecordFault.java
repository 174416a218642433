package org.totalplace.starter.projection;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.KafkaException;
import tools.jackson.core.JacksonException;

/**
 * Tells failures that a record brings about, whenever it is tried, from those of a moment: a database or a broker that
 * is away, a lock, a time limit. What is not known to be the record's is not.
 */
final class RecordFault {

    /** What code throws that is given something it cannot read. */
    private static final List<Class<? extends RuntimeException>> STUMBLES = List.of(
            IllegalArgumentException.class,
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            NoSuchElementException.class,
            ArithmeticException.class,
            DateTimeException.class,
            BufferUnderflowException.class,
            AvroRuntimeException.class,
            JacksonException.class);

    private static final List<Class<? extends Exception>> OF_THE_MOMENT = List.of(
            IOException.class,
            KafkaException.class,
            TimeoutException.class,
            InterruptedException.class,
            ExecutionException.class);

    private RecordFault() {}

    /** Whether another try of the same record would fail in the same way. */
    static boolean explains(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return isOfData(refused);
            }
            if (isAny(OF_THE_MOMENT, cause)) {
                return false;
            }
        }
        return isAny(STUMBLES, failure);
    }

    /** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation). */
    private static boolean isOfData(SQLException refused) {
        String state = refused.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static boolean isAny(List<? extends Class<?>> kinds, Throwable failure) {
        return kinds.stream().anyMatch(kind -> kind.isInstance(failure));
    }
}
