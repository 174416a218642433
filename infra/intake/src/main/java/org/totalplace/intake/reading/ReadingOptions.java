package org.totalplace.intake.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.matrix.Stated;

/**
 * What is known of a file beforehand.
 *
 * @param period that it is about; decides between two readings of a date
 * @param mapping field to header, as {@link org.totalplace.intake.layout.Mapping#headers()} gives it; may be empty
 * @param mappingByHand whether a person set the mapping: then a header that is not there refuses the file; fields
 *     that it does not name are inferred
 * @param limits how large the file may be
 * @param dateOrder if the agency said how it writes dates in figures
 * @param stated what is said of amounts beside the file
 */
public record ReadingOptions(
        @Nullable Period period,
        Map<String, String> mapping,
        boolean mappingByHand,
        Limits limits,
        @Nullable DateOrder dateOrder,
        Stated stated) {

    public static final ReadingOptions NONE =
            new ReadingOptions(null, Map.of(), false, Limits.STANDARD, null, Stated.NOTHING);

    public ReadingOptions {
        mapping = Map.copyOf(mapping);
    }

    public ReadingOptions withPeriod(@Nullable Period reported) {
        return new ReadingOptions(reported, mapping, mappingByHand, limits, dateOrder, stated);
    }

    /** With a mapping that was remembered from an earlier file. */
    public ReadingOptions remembering(Map<String, String> headers) {
        return new ReadingOptions(period, headers, false, limits, dateOrder, stated);
    }

    /** With a mapping that a person set. */
    public ReadingOptions setByHand(Map<String, String> headers) {
        return new ReadingOptions(period, headers, true, limits, dateOrder, stated);
    }

    public ReadingOptions within(Limits other) {
        return new ReadingOptions(period, mapping, mappingByHand, other, dateOrder, stated);
    }

    public ReadingOptions withDateOrder(@Nullable DateOrder order) {
        return new ReadingOptions(period, mapping, mappingByHand, limits, order, stated);
    }

    /** With what the feed's settings say of amounts. */
    public ReadingOptions stating(Stated said) {
        return new ReadingOptions(period, mapping, mappingByHand, limits, dateOrder, said);
    }
}
