package org.totalplace.starter.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The dictionary of columns ({@code columns.csv}): one name means one thing in all tables. */
final class Columns {

    private final Map<String, Column> known;

    private Columns(Map<String, Column> known) {
        this.known = known;
    }

    static Columns shipped() {
        try (InputStream file =
                        Objects.requireNonNull(Columns.class.getResourceAsStream("columns.csv"), "columns.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, Column> known = new TreeMap<>();
            rows.forEach(row -> known.put(
                    row.getField("column"),
                    new Column(
                            row.getField("column"),
                            Column.Type.valueOf(row.getField("type").toUpperCase(Locale.ROOT)),
                            row.getField("description"))));
            return new Columns(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known of a column; of one that the dictionary lacks, that it holds text. */
    Column of(String name) {
        Column column = known.get(name);
        return column == null ? new Column(name, Column.Type.TEXT, "") : column;
    }
}
