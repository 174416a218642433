package org.totalplace.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns of one table hold what, in the order in which they are read. */
record FieldMapping(Map<Meaning, List<Integer>> columns) {

    static final FieldMapping NONE = new FieldMapping(Map.of());

    /** Meanings of which several columns make one value; of the others the first that is filled counts. */
    private static final Set<Meaning> JOINED =
            EnumSet.of(Meaning.ADDRESS, Meaning.HOUSE, Meaning.GIVEN, Meaning.FAMILY);

    FieldMapping {
        Map<Meaning, List<Integer>> copy = new EnumMap<>(Meaning.class);
        columns.forEach((meaning, places) -> copy.put(meaning, List.copyOf(places)));
        columns = copy;
    }

    List<Integer> of(Meaning meaning) {
        return columns.getOrDefault(meaning, List.of());
    }

    boolean has(Meaning meaning) {
        return !of(meaning).isEmpty();
    }

    /** Whether a column is read at all. */
    boolean reads(int column) {
        return columns.entrySet().stream()
                .anyMatch(entry -> entry.getKey() == Meaning.ID
                        ? entry.getValue().getFirst() == column
                        : entry.getKey() != Meaning.IGNORED && entry.getValue().contains(column));
    }

    /** Whether a meaning need not be looked for: it is there, or what it says is said in another form. */
    boolean settles(Meaning meaning) {
        return has(meaning)
                || switch (meaning) {
                    case GIVEN, FAMILY -> has(Meaning.FULL_NAME);
                    case FULL_NAME -> has(Meaning.GIVEN) || has(Meaning.FAMILY);
                    case BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR, AGE -> has(Meaning.BIRTH);
                    case BIRTH -> has(Meaning.BIRTH_YEAR);
                    default -> false;
                };
    }

    /** What a row says under a meaning; empty when nothing. */
    String value(Table table, int row, Meaning meaning) {
        StringBuilder value = new StringBuilder();
        for (int column : of(meaning)) {
            String cell = table.cell(row, column);
            if (!cell.isEmpty()) {
                value.append(value.isEmpty() ? "" : " ").append(cell);
                if (!JOINED.contains(meaning)) {
                    break;
                }
            }
        }
        return value.toString();
    }

    /**
     * A mapping that the caller gave: {@code given=first_name,family=surname,address=street+town}.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    static FieldMapping given(Map<String, String> fields, Table table) {
        Map<Meaning, List<Integer>> columns = new LinkedHashMap<>();
        fields.forEach((word, headers) -> {
            Meaning meaning = Meaning.of(word.strip())
                    .or(() -> Headers.meaning(word))
                    .orElseThrow(() -> new IllegalArgumentException("--fields knows no '" + word + "'; it knows "
                            + List.of(Meaning.values()).stream()
                                    .map(Meaning::word)
                                    .toList()));
            List<Integer> places = new ArrayList<>();
            for (String header : headers.split("\\+")) {
                int place = table.column(header);
                if (place >= 0) {
                    places.add(place);
                }
            }
            if (!places.isEmpty()) {
                columns.put(meaning, places);
            }
        });
        return new FieldMapping(columns);
    }

    /** Refuses fields that no file has: a slip of the pen would otherwise leave a field out in silence. */
    static void refuseUnknown(Map<String, String> fields, List<Table> tables) {
        for (String headers : fields.values()) {
            for (String header : headers.split("\\+")) {
                if (tables.stream().allMatch(table -> table.column(header) < 0)) {
                    throw new IllegalArgumentException("No file has the column '" + header + "' that --fields names; "
                            + tables.getFirst().name() + " has "
                            + tables.getFirst().headers() + ".");
                }
            }
        }
    }
}
