package org.totalplace.starter.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;

/** Describes a table by its header, as <a href="https://www.w3.org/TR/tabular-metadata/">CSVW</a> metadata. */
final class TableDescription {

    static final MediaType TYPE = MediaType.parseMediaType("application/csvm+json");

    private final Columns columns;

    TableDescription(Columns columns) {
        this.columns = columns;
    }

    /**
     * @param address where the table is
     * @param header its first line
     */
    Map<String, Object> of(String address, String header) {
        return of(address, cells(header));
    }

    /** @param header the names of its columns */
    Map<String, Object> of(String address, List<String> header) {
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("encoding", "utf-8");
        dialect.put("delimiter", ",");
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        dialect.put("lineTerminators", List.of("\r\n"));
        dialect.put("header", true);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
        members.put("url", address);
        members.put("dialect", dialect);
        members.put(
                "tableSchema",
                Map.of(
                        "columns",
                        header.stream().map(columns::of).map(Column::described).toList()));
        return members;
    }

    private static List<String> cells(String header) {
        return CsvReader.builder().ofCsvRecord(header).stream()
                .findFirst()
                .map(CsvRecord::getFields)
                .orElse(List.of());
    }
}
