package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Flat objects, in an array or one after another. Keys become columns in the order in which they first appear; a list
 * of plain values becomes one cell with semicolons.
 */
final class JsonRecords implements Records {

    private static final int DEEPEST = 4;
    private static final String LIST_MARK = ";";

    private final JsonParser parser;
    private final Map<String, Integer> columns;
    private final Caps caps;
    private long number;

    /**
     * @param columns by key; keys that are not in it yet are added
     */
    JsonRecords(Reader reader, Map<String, Integer> columns, Caps caps) {
        this.columns = columns;
        this.caps = caps;
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(caps.cellCharacters())
                .maxNumberLength(100)
                .maxNameLength(1000)
                .build();
        this.parser = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .build()
                .createParser(ObjectReadContext.empty(), reader);
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                token = parser.nextToken();
            }
            if (token == null) {
                return null;
            }
            number++;
            if (token != JsonToken.START_OBJECT) {
                throw broken("is not an object", null);
            }
            return new SourceRecord(number, object());
        } catch (JacksonException e) {
            throw broken("is not valid JSON", e);
        }
    }

    private String[] object() throws IOException {
        String[] cells = new String[columns.size()];
        Arrays.fill(cells, "");
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            int column = columnOf(key);
            if (column >= cells.length) {
                int known = cells.length;
                cells = Arrays.copyOf(cells, column + 1);
                Arrays.fill(cells, known, cells.length, "");
            }
            cells[column] = SourceRecord.withoutZeros(value(key));
        }
        return cells;
    }

    private int columnOf(String key) throws Unreadable {
        Integer known = columns.get(key);
        if (known != null) {
            return known;
        }
        if (columns.size() == caps.columns()) {
            throw caps.tooManyColumns(number);
        }
        columns.put(key, columns.size());
        return columns.size() - 1;
    }

    private String value(String key) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            return list(key);
        }
        if (token == JsonToken.START_OBJECT) {
            throw broken("has an object in '" + key + "'; only plain values and lists of them can be read", null);
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getString();
    }

    private String list(String key) throws IOException {
        StringBuilder cell = new StringBuilder();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                throw broken("has a list in '" + key + "' whose elements are not plain values", null);
            }
            cell.append(cell.isEmpty() ? "" : LIST_MARK).append(parser.getString());
            if (cell.length() > caps.cellCharacters()) {
                throw caps.tooLongACell(number);
            }
        }
        return cell.toString();
    }

    private Unreadable broken(String what, @Nullable JacksonException cause) {
        String where = cause == null || cause.getLocation() == null
                ? ""
                : " (line " + cause.getLocation().getLineNr() + ", column "
                        + cause.getLocation().getColumnNr() + ")";
        return new Unreadable(
                Unreadable.Reason.FORMAT,
                "Record " + Math.max(number, 1) + " of the JSON " + what + where
                        + ". Send an array of flat objects, or one object a line.");
    }

    @Override
    public void close() {
        parser.close();
    }
}
