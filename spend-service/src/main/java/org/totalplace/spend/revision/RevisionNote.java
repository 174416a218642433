package org.totalplace.spend.revision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a change of the ledger did, and why.
 *
 * @param at when it took effect
 * @param kind of the change, for example {@code delivery} or {@code registration}
 * @param note the reason, for people
 * @param changes by agency, year and phase; empty when no amount moved
 */
@Schema(name = "RevisionNote")
public record RevisionNote(int revision, Instant at, String kind, String note, List<Change> changes) {

    /**
     * By how much the money of an agency changed, in pounds.
     *
     * @param added the totals that the revision began
     * @param removed those that it ended; where only functions or payees moved, both are the same
     */
    @Schema(name = "RevisionChange")
    public record Change(
            String agency, String year, String phase, BigDecimal added, BigDecimal removed, BigDecimal change) {}

    /** The note alone, as it stands beside a figure. */
    @Schema(name = "LastRevision")
    public record Last(int revision, Instant at, String kind, String note) {}
}
