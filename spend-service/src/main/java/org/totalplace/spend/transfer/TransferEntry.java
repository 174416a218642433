package org.totalplace.spend.transfer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.totalplace.value.Pence;

/**
 * A ledger line that one side of a transfer shows.
 *
 * @param year the calendar year in which its financial year begins
 * @param amount above zero on both sides
 */
public record TransferEntry(UUID delivery, long row, int part, int year, LocalDate date, Pence amount) {

    /** By day, then as they stand in their files. */
    static final Comparator<TransferEntry> IN_ORDER = Comparator.comparing(TransferEntry::date)
            .thenComparing(TransferEntry::delivery)
            .thenComparing(TransferEntry::row)
            .thenComparing(TransferEntry::part);
}
