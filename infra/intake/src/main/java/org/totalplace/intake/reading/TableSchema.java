package org.totalplace.intake.reading;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;

/**
 * A feed's mapping as a Table Schema of the Frictionless standard, so that an agency can check a file with any tool
 * that knows the standard before it is sent. It speaks of the columns that are used; a file may have others.
 */
public final class TableSchema {

    private static final String SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json";
    private static final String DIALECT = "https://datapackage.org/profiles/2.0/tabledialect.json";
    private static final List<String> MISSING =
            List.of("", "-", "N/A", "n/a", "#N/A", "NULL", "null", "[x]", "[c]", "[z]", "[low]");

    private TableSchema() {}

    /**
     * The schema as JSON objects are built: maps, lists, texts, numbers and truth values.
     *
     * @param dialect of the file that the mapping was made for; null if it was no text with delimiters or is unknown
     */
    public static Map<String, Object> of(RecordLayout layout, Mapping mapping, @Nullable Dialect dialect) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", SCHEMA);
        schema.put("name", layout.kind());
        schema.put("fieldsMatch", "subset");
        schema.put(
                "fields",
                mapping.columns().stream()
                        .sorted(Comparator.comparingInt(MappedColumn::column))
                        .map(column -> field(layout.fields().get(layout.indexOf(column.field())), column))
                        .toList());
        schema.put("missingValues", MISSING);
        if (dialect != null) {
            schema.put("dialect", dialect(dialect));
        }
        return schema;
    }

    private static Map<String, Object> field(Field field, MappedColumn column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", column.header());
        json.put("title", field.words());
        json.put("description", column.why());
        switch (field.type()) {
            case TEXT -> json.put("type", "string");
            case DATE -> {
                json.put("type", "date");
                json.put("format", "any");
            }
            case TIME -> {
                json.put("type", "datetime");
                json.put("format", "any");
            }
            case AMOUNT, NUMBER -> {
                json.put("type", "number");
                json.put("groupChar", ",");
                json.put("decimalChar", ".");
                json.put("bareNumber", false);
            }
        }
        if (field.required()) {
            json.put("constraints", Map.of("required", true));
        }
        json.put("field", field.name());
        json.put("confidence", column.confidence());
        json.put("personal", field.personal());
        return json;
    }

    private static Map<String, Object> dialect(Dialect dialect) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", DIALECT);
        json.put("delimiter", String.valueOf(dialect.delimiter()));
        json.put("quoteChar", String.valueOf(dialect.quote()));
        json.put("doubleQuote", true);
        String end = switch (dialect.lineEnds()) {
            case "CRLF" -> "\r\n";
            case "LF" -> "\n";
            case "CR" -> "\r";
            default -> "";
        };
        if (!end.isEmpty()) {
            json.put("lineTerminator", end);
        }
        return json;
    }
}
