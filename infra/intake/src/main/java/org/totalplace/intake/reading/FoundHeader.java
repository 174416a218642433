package org.totalplace.intake.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * The names of the columns of one sheet, and where they stand.
 *
 * @param sheet place among the sheets
 * @param name of the sheet, or empty
 * @param header the record that names the columns, or null if keys do
 * @param upper the record above it that names them together with it; null if there is none
 * @param titlesAbove whether what stands above is no data
 * @param headers names of the columns, stripped
 */
record FoundHeader(
        int sheet,
        String name,
        @Nullable SourceRecord header,
        @Nullable SourceRecord upper,
        boolean titlesAbove,
        List<String> headers) {

    private static final int MOST_TOLD = 40;

    /** The same table, whose columns are named by two rows. */
    FoundHeader by(TwoRows rows) {
        return new FoundHeader(sheet, name, rows.lower(), rows.upper(), true, rows.headers());
    }

    /** The same table with names for more columns. */
    FoundHeader naming(List<String> more) {
        return new FoundHeader(sheet, name, header, upper, titlesAbove, more);
    }

    /** A sentence with the names as they were found, for whoever looks for the one that is missing. */
    String seen() {
        String list = headers.stream()
                .limit(MOST_TOLD)
                .map(header -> header.isEmpty() ? "(blank)" : "'" + header + "'")
                .collect(Collectors.joining(", "));
        String where = header == null ? "the keys" : "the headers of row " + header.number();
        return "These are " + where + (name.isEmpty() ? "" : " of sheet '" + name + "'") + ": " + list + ".";
    }
}
