package org.totalplace.spend.version;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.totalplace.spend.revision.RevisionNote;
import org.totalplace.starter.paging.Page;

/**
 * What changed from one version to a later one.
 *
 * @param amounts pounds moved, by agency, year and phase; what came and went between the two is not in them
 * @param deliveries which began to count, or ended
 * @param results the changes one by one, newest first
 */
@Schema(name = "VersionChanges")
record VersionChanges(
        Point from,
        Point to,
        List<RevisionNote.Change> amounts,
        List<DeliveryChange> deliveries,
        List<RevisionNote> results,
        Page.Paging paging) {

    static final List<String> CSV_HEADER = List.of("agency", "year", "phase", "added", "removed", "change");

    /** One of the two versions. */
    @Schema(name = "VersionPoint")
    record Point(String version, Instant asOf) {

        static Point of(Versions.Pin pin) {
            return new Point(pin.name().text(), pin.asOf());
        }
    }

    static List<Object> cells(RevisionNote.Change change) {
        return Arrays.asList(
                change.agency(), change.year(), change.phase(), change.added(), change.removed(), change.change());
    }
}
