package org.totalplace.intake.delivery;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.Limits;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.reading.ReadingOptions;
import org.totalplace.value.Pence;

/**
 * One file or request of a feed, as it was received.
 *
 * @param sequence grows with every delivery of the service: the version of the events that it carries
 * @param name of the file as the sender calls it
 * @param bytes its length
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param period that the sender says it covers
 * @param declaredRows control total of the sender
 * @param declaredTotal control total of the sender
 * @param spooled where the bytes wait until the delivery has ended
 * @param trace of the request with which it came; null where it was fetched
 */
public record Delivery(
        UUID id,
        long sequence,
        Feed feed,
        DeliveryStatus status,
        String name,
        long bytes,
        String sha256,
        @Nullable Period period,
        @Nullable Long declaredRows,
        @Nullable Pence declaredTotal,
        Path spooled,
        @Nullable String trace) {

    /** What is known of its file beforehand. */
    ReadingOptions options() {
        return new ReadingOptions(
                period, feed.mapping(), feed.mappingByHand(), Limits.STANDARD, feed.dateOrder(), feed.stated());
    }
}
