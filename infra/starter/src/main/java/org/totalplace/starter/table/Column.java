package org.totalplace.starter.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a table.
 *
 * @param type what its cells hold
 * @param description one sentence; empty where the dictionary does not know the column
 */
record Column(String name, Type type, String description) {

    /** What stands in place of a number that is not shown. */
    private static final List<String> SYMBOLS = List.of("", "c", "x", "z", "low");

    /** What cells hold, in the words of the dictionary. */
    enum Type {
        TEXT("string"),
        NUMBER("decimal"),
        COUNT("integer"),
        SHARE("decimal"),
        POUNDS("decimal"),
        TRUTH("boolean"),
        DATE("date"),
        MONTH("gYearMonth"),
        YEAR("string");

        private final String datatype;

        Type(String datatype) {
            this.datatype = datatype;
        }
    }

    /** As CSVW describes it. */
    Map<String, Object> described() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("titles", name);
        switch (type) {
            case POUNDS -> members.put("datatype", Map.of("base", type.datatype, "format", "0.00"));
            case YEAR -> members.put("datatype", Map.of("base", type.datatype, "format", "\\d{4}-\\d{2}"));
            case TEXT, NUMBER, COUNT, SHARE, TRUTH, DATE, MONTH -> members.put("datatype", type.datatype);
        }
        if (type == Type.COUNT || type == Type.POUNDS || type == Type.SHARE || type == Type.NUMBER) {
            members.put("null", SYMBOLS);
        }
        if (!description.isEmpty()) {
            members.put("dc:description", description);
        }
        return members;
    }
}
