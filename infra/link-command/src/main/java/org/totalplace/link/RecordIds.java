package org.totalplace.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which columns of a table name its records: filled in every row, and different in every row of one source. */
final class RecordIds {

    private static final Set<String> SOURCES = Set.of(
            "source",
            "data source",
            "source dataset",
            "dataset",
            "data set",
            "source system",
            "source name",
            "source id",
            "source file",
            "system",
            "agency",
            "database",
            "origin");

    private final Table table;
    private final int sourceColumn;
    private final List<Integer> headed = new ArrayList<>();

    /** Without a source column one whose header says so is looked at, for it may tell equal ids apart. */
    RecordIds(Table table, int sourceColumn) {
        this.table = table;
        this.sourceColumn = sourceColumn >= 0 ? sourceColumn : namesSources(table);
    }

    /** The column whose header says that it names sources, or -1. */
    static int namesSources(Table table) {
        List<String> plain = table.headers().stream().map(Headers::plain).toList();
        for (int column = 0; column < plain.size(); column++) {
            if (SOURCES.contains(plain.get(column))) {
                return column;
            }
        }
        return -1;
    }

    /** A column whose header says that it names records. */
    void candidate(int column) {
        headed.add(column);
    }

    /** Those headed so first, then others whose headers end in "number" and such, then any that could be. */
    List<Integer> among(List<Integer> unassigned) {
        List<Integer> found =
                new ArrayList<>(headed.stream().filter(this::isUnique).toList());
        unassigned.stream()
                .filter(column -> Headers.numbers(table.headers().get(column)))
                .filter(this::isUnique)
                .forEach(found::add);
        unassigned.stream()
                .filter(column -> !found.contains(column) && isUnique(column) && namesInOneWord(column))
                .forEach(found::add);
        return found;
    }

    private boolean isUnique(int column) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < table.rows().size(); row++) {
            String cell = table.cell(row, column);
            if (cell.isEmpty() || !seen.add(table.cell(row, sourceColumn) + "\n" + cell)) {
                return false;
            }
        }
        return true;
    }

    private boolean namesInOneWord(int column) {
        return table.rows().stream().noneMatch(row -> row.get(column).indexOf(' ') >= 0);
    }
}
