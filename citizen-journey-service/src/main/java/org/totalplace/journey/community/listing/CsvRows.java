package org.totalplace.journey.community.listing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a CSV file by the names of its header; blank cells are left out. */
final class CsvRows {

    private static final int LONGEST_CELL = 256 * 1024;

    private CsvRows() {}

    static List<ObjectNode> read(String text) {
        List<ObjectNode> rows = new ArrayList<>();
        List<String> header = List.of();
        for (CsvRecord record : CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text)) {
            if (header.isEmpty()) {
                header = record.getFields().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
            } else {
                rows.add(row(header, record.getFields()));
            }
        }
        return rows;
    }

    private static ObjectNode row(List<String> header, List<String> cells) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            String cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                row.put(header.get(i), cell);
            }
        }
        return row;
    }
}
