package org.totalplace.intake.reading.source;

import java.util.Arrays;
import java.util.Map;

/**
 * Makes records of the attributes of events. Attributes become columns in the order in which they first appear.
 *
 * @param columns by attribute; those that are not in it yet are added
 */
record LogColumns(Map<String, Integer> columns, Caps caps) {

    private static final String LIST_MARK = ";";

    /** Adds one more value of an attribute to those of an event. */
    void put(Map<String, String> event, String attribute, String value, long number) throws Unreadable {
        String all = event.merge(attribute, value, (held, more) -> held + LIST_MARK + more);
        if (all.length() > caps.cellCharacters()) {
            throw caps.tooLongACell(number);
        }
    }

    SourceRecord record(Map<String, String> event, long number) throws Unreadable {
        for (String attribute : event.keySet()) {
            if (columns.putIfAbsent(attribute, columns.size()) == null && columns.size() > caps.columns()) {
                throw caps.tooManyColumns(number);
            }
        }
        String[] cells = new String[columns.size()];
        Arrays.fill(cells, "");
        event.forEach((attribute, value) -> {
            Integer column = columns.get(attribute);
            if (column != null) {
                cells[column] = SourceRecord.withoutZeros(value);
            }
        });
        return new SourceRecord(number, cells);
    }
}
