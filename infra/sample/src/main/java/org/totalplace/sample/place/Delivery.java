package org.totalplace.sample.place;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * One file of a feed.
 *
 * @param file     path below the output folder, with forward slashes
 * @param period   {@code 2024-11} or {@code 2024-04/2025-03}; null for people, who have none
 * @param rows     data rows, without title, header, blank and total rows
 * @param total    sum of the amounts; null but for payments
 * @param restates whether it replaces an earlier delivery of the same period
 */
public record Delivery(
        String file,
        String mediaType,
        @Nullable String period,
        long rows,
        @Nullable Pence total,
        boolean restates) {

    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";
    public static final String WHOLE_YEAR = "2024-04/2025-03";

    /** A delivery without money. */
    public static Delivery of(String file, @Nullable String period, long rows) {
        return new Delivery(file, file.endsWith(".ndjson") ? NDJSON : CSV, period, rows, null, false);
    }
}
