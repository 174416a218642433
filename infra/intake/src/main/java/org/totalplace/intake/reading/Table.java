package org.totalplace.intake.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.reading.matrix.Matrix;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * One table of a file: all of it, or a sheet.
 *
 * @param sheet place among the sheets
 * @param name of the sheet, or empty
 * @param header the record that names the columns, or null if keys do
 * @param titlesAbove whether what stands above the header is no data
 * @param headers names of the columns, stripped
 * @param mapping of its columns
 * @param matrix its columns of amounts, where the layout has several
 * @param readers of cells by field; {@link CellReader#TEXT} for text and what has no column
 * @param totalRow number of a record above the others that adds them all up; 0 if there is none
 * @param upper the record above the header that names its columns together with it; null if there is none
 * @param day of rows where neither a column nor a heading says it; null if nothing does
 */
record Table(
        int sheet,
        String name,
        @Nullable SourceRecord header,
        boolean titlesAbove,
        List<String> headers,
        Mapping mapping,
        @Nullable Matrix matrix,
        List<CellReader> readers,
        long totalRow,
        @Nullable SourceRecord upper,
        @Nullable LocalDate day) {

    long headerRow() {
        return header == null ? 0 : header.number();
    }

    /** Where a row is, in words, for sheets whose rows count on from one another. */
    String where(long number) {
        return name.isEmpty() ? "" : "Sheet '" + name + "', row " + number + ": ";
    }
}
