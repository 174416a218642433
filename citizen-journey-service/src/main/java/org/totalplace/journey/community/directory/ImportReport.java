package org.totalplace.journey.community.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.totalplace.journey.community.listing.Finding;

/**
 * What came of an import.
 *
 * @param format what the file was taken for
 * @param whole whether services that it does not name were taken off
 * @param services read = accepted + refused + set aside
 * @param changes of the directory: accepted = added + changed + returned + unchanged
 * @param findings how many of each kind
 * @param told the findings, the worst first, at most so many that they can be read
 */
public record ImportReport(
        UUID id,
        String source,
        String file,
        Instant importedAt,
        String author,
        String format,
        boolean whole,
        Services services,
        Changes changes,
        Map<String, Long> findings,
        List<Told> told) {

    static final int MOST_TOLD = 500;

    public ImportReport {
        findings = Map.copyOf(findings);
        told = List.copyOf(told);
    }

    /** @param setAside that the directory itself keeps from the public */
    public record Services(long read, long accepted, long refused, long setAside) {}

    /**
     * @param returned services that were no longer listed
     * @param gone that are no longer listed from now on
     */
    public record Changes(long added, long changed, long returned, long unchanged, long gone) {}

    /** A finding as it is read. */
    public record Told(String kind, String service, String path, String message) {

        static Told of(Finding finding) {
            return new Told(finding.kind().code(), finding.service(), finding.path(), finding.message());
        }
    }
}
