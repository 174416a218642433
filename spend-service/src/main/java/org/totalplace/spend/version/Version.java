package org.totalplace.spend.version;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A moment of the ledger. Every change of the figures makes one; stewards give names to those that others shall keep
 * to.
 *
 * @param version {@code r} and the number of the last revision that it knows
 * @param names that stewards gave it
 * @param asOf the moment: asked as of it, figures are those of the version
 * @param kind of the change that made it
 * @param note why that change was made
 */
@Schema(name = "Version")
record Version(String version, List<Named> names, Instant asOf, String kind, String note) {

    /** A name with the reason for which it was given. */
    @Schema(name = "VersionName")
    record Named(String name, String note, Instant at) {}
}
