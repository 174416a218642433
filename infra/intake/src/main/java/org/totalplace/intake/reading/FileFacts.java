package org.totalplace.intake.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file turned out to be.
 *
 * @param name as it was sent
 * @param container {@code csv}, {@code csv in zip}, {@code csv in gzip}, {@code xlsx}, {@code json} and so on
 * @param encoding for example {@code UTF-8 with BOM} or {@code windows-1252}
 * @param dialect of a text file with delimiters, otherwise null
 * @param headerRow number of the header record, from 1, of the first sheet that has one; 0 for JSON, whose keys are
 *     its headers
 * @param sheets names of the sheets that were read, if it is a workbook
 */
public record FileFacts(
        String name,
        String container,
        String encoding,
        @Nullable Dialect dialect,
        long headerRow,
        List<String> sheets) {

    public FileFacts {
        sheets = List.copyOf(sheets);
    }
}
