package org.totalplace.link;

import java.util.List;

/**
 * A file read whole: its name without ending, headers, and rows as long as the headers, cells cleaned and never null.
 */
record Table(String name, List<String> headers, List<List<String>> rows) {

    Table {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /** The place of a header, whatever its case, or -1. */
    int column(String header) {
        for (int c = 0; c < headers.size(); c++) {
            if (headers.get(c).equalsIgnoreCase(header.strip())) {
                return c;
            }
        }
        return -1;
    }

    String cell(int row, int column) {
        return column < 0 ? "" : rows.get(row).get(column);
    }

    /** Cells of a row made as long as the headers. */
    static List<String> fitted(List<String> cells, int length) {
        String[] fitted = new String[length];
        for (int c = 0; c < length; c++) {
            fitted[c] = c < cells.size() ? Cells.clean(cells.get(c)) : "";
        }
        return List.of(fitted);
    }
}
