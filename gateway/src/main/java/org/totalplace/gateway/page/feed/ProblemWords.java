package org.totalplace.gateway.page.feed;

import java.util.Map;
import java.util.Set;
import org.totalplace.gateway.page.Words;

/** The types of problem, as a data officer reads them. */
final class ProblemWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("encoding-error", "Characters that cannot be read"),
            Map.entry("compression-error", "The archive cannot be unpacked"),
            Map.entry("format-error", "The file is not what its name says"),
            Map.entry("hash-count", "The file is not the one that was announced"),
            Map.entry("byte-count", "The file is not as long as was announced"),
            Map.entry("row-count", "The number of rows is not the declared one"),
            Map.entry("blank-header", "Columns without a name"),
            Map.entry("duplicate-label", "Columns with the same name"),
            Map.entry("missing-label", "A column is missing"),
            Map.entry("extra-label", "A column that was not there before"),
            Map.entry("incorrect-label", "A column that was taken for something by its content or a near name"),
            Map.entry("blank-row", "Blank rows"),
            Map.entry("duplicate-row", "The same thing listed twice"),
            Map.entry("extra-cell", "Rows with more cells than the header"),
            Map.entry("missing-cell", "Rows with fewer cells than the header"),
            Map.entry("type-error", "Cells that are not what their column holds"),
            Map.entry("constraint-error", "Values that cannot be accepted"),
            Map.entry("unique-error", "Values that should occur once"),
            Map.entry("primary-key", "Records with the same identifier"),
            Map.entry("foreign-key", "References to something unknown"),
            Map.entry("required-value", "Cells that may not be empty"),
            Map.entry("truncated-value", "Cells that were cut off"),
            Map.entry("deviated-value", "Figures that are out of the usual"),
            Map.entry("title-row", "Title rows, set aside"),
            Map.entry("total-row", "Total rows, set aside and not counted"),
            Map.entry("ambiguous-date", "Dates that can be read in two ways"),
            Map.entry("possible-personal-data", "Text that may name a person"),
            Map.entry("unknown-body", "Bodies that are not known here"),
            Map.entry("unknown-service", "Services that are not known here"),
            Map.entry("nil-return", "A nil return"),
            Map.entry("partial-return", "A part of the period has no rows"),
            Map.entry("our-fault", "Something went wrong on our side"));

    /** What keeps a row out, and so comes before what is only worth knowing. */
    private static final Set<String> KEEPING_OUT = Set.of(
            "type-error",
            "constraint-error",
            "required-value",
            "unique-error",
            "primary-key",
            "foreign-key",
            "extra-cell",
            "missing-cell",
            "unknown-body",
            "unknown-service");

    private ProblemWords() {}

    static boolean keepsOut(String type) {
        return KEEPING_OUT.contains(type);
    }

    static String of(String type) {
        return WORDS.getOrDefault(type, Words.plain(type));
    }
}
