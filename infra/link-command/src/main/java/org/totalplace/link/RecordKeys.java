package org.totalplace.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Finds records by what a truth file calls them: an id, with or without its source. */
final class RecordKeys {

    private final Map<String, List<Row>> byId = new HashMap<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();

    private record Row(Source source, int row) {

        boolean isOf(String code) {
            Table table = source.table();
            int column = RecordIds.namesSources(table);
            return plain(source.code(row)).equals(code)
                    || plain(table.name()).equals(code)
                    || plain(table.cell(row, column)).equals(code);
        }

        boolean resembles(String code) {
            String name = plain(source.table().name());
            return name.contains(code) || code.contains(name);
        }

        String home() {
            return source.table().name() + "\n" + source.code(row);
        }
    }

    /**
     * Prepares to find records.
     *
     * @param asked every cell of the truth file: of several columns that could name records the one that it names most
     *     of is used, or numbers of rows
     */
    RecordKeys(List<Source> sources, Set<String> asked) {
        for (Source source : sources) {
            IntFunction<String> ids = idsAsked(source, asked);
            int column = RecordIds.namesSources(source.table());
            for (int row = 0; row < source.table().rows().size(); row++) {
                byId.computeIfAbsent(ids.apply(row), id -> new ArrayList<>(1)).add(new Row(source, row));
                codes.add(source.code(row));
                names.add(plain(source.code(row)));
                names.add(plain(source.table().cell(row, column)));
            }
            names.add(plain(source.table().name()));
        }
        names.remove("");
    }

    /** The sources in the order of the files. */
    List<String> codes() {
        return List.copyOf(codes);
    }

    /** Whether any record has the id. */
    boolean knows(String id) {
        return byId.containsKey(id);
    }

    /** Whether ids alone tell records apart. */
    boolean areUnique() {
        return byId.values().stream().allMatch(rows -> rows.size() == 1);
    }

    /** How many different ids there are. */
    int size() {
        return byId.size();
    }

    /** An example of an id. */
    String example() {
        return byId.keySet().stream().sorted().findFirst().orElse("");
    }

    /** The keys of the records of an id, of one source; none when there is none or sources dispute it. */
    List<String> find(String code, String id) {
        List<Row> rows = byId.getOrDefault(id, List.of());
        String asked = plain(code);
        if (!asked.isEmpty() && names.contains(asked)) {
            rows = rows.stream().filter(row -> row.isOf(asked)).toList();
        } else if (!asked.isEmpty() && rows.size() > 1) {
            rows = rows.stream().filter(row -> row.resembles(asked)).toList();
        }
        return rows.stream().map(Row::home).distinct().count() > 1
                ? List.of()
                : rows.stream().map(row -> row.source.key(row.row)).toList();
    }

    private static IntFunction<String> idsAsked(Source source, Set<String> asked) {
        Table table = source.table();
        IntFunction<String> best = source::id;
        int most = -1;
        for (int column : source.mapping().of(Meaning.ID)) {
            int found = found(table, row -> table.cell(row, column), asked);
            if (found > most) {
                most = found;
                best = row -> table.cell(row, column);
            }
        }
        int enough = Math.min(table.rows().size(), asked.size()) / 2;
        int first = asked.contains("0") ? 0 : 1;
        IntFunction<String> numbers = row -> Integer.toString(row + first);
        return most < enough && found(table, numbers, asked) > most ? numbers : best;
    }

    private static int found(Table table, IntFunction<String> ids, Set<String> asked) {
        int found = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            found += asked.contains(ids.apply(row)) ? 1 : 0;
        }
        return found;
    }

    /** As files and columns may both spell a source: letters and digits in lower case, without a file's ending. */
    private static String plain(String code) {
        String name = code.strip().toLowerCase(Locale.ROOT).replaceAll(".*[/\\\\]|\\.(csv|parquet|txt|tsv)$", "");
        return name.replaceAll("[^\\p{L}\\d]", "");
    }
}
