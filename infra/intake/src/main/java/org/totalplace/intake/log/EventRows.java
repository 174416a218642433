package org.totalplace.intake.log;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;

/** Makes an event of a row. */
@FunctionalInterface
public interface EventRows<E> {

    /** Hands key and event on, or says why the row is refused. */
    Optional<Problem> read(RowOutcome.Accepted row, BiConsumer<byte[], E> events);
}
