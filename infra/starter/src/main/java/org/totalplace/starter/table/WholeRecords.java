package org.totalplace.starter.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a stream of CSV record by record, wherever its buffers end. */
final class WholeRecords {

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean quoted;

    /** The records that come to their end with these bytes. */
    List<List<String>> add(byte[] bytes) {
        int end = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '"') {
                quoted = !quoted;
            } else if (bytes[i] == '\n' && !quoted) {
                end = i + 1;
            }
        }
        begun.write(bytes, 0, end);
        List<List<String>> whole = end == 0 ? List.of() : rest();
        begun.write(bytes, end, bytes.length - end);
        return whole;
    }

    /** What has no line end yet, once there is no more. */
    List<List<String>> rest() {
        String text = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        return CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text).stream()
                .map(CsvRecord::getFields)
                .toList();
    }
}
