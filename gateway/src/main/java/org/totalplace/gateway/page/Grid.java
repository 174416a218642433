package org.totalplace.gateway.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a page prints it; the first cell of a row is its head.
 *
 * @param id of the caption, unlike others on the page
 * @param empty what stands in its place when it has no rows
 */
public record Grid(String id, String caption, List<Column> columns, List<List<Cell>> rows, String empty) {

    public Grid {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("Every row of " + id + " has " + width + " cells");
        }
    }

    /** @param numeric whether its cells are figures */
    public record Column(String head, boolean numeric) {

        public static Column text(String head) {
            return new Column(head, false);
        }

        public static Column figure(String head) {
            return new Column(head, true);
        }
    }

    /**
     * What stands in a cell.
     *
     * @param href where it leads; null for nowhere
     * @param about what a link is about, for those who hear it out of its row
     * @param bar its length beside others; null for none
     */
    public record Cell(
            String text,
            @Nullable String href,
            @Nullable String about,
            @Nullable Bar bar) {

        public static Cell of(String text) {
            return new Cell(text, null, null, null);
        }

        public static Cell link(String text, String href, String about) {
            return new Cell(text, href, about, null);
        }

        public Cell with(Bar beside) {
            return new Cell(text, href, about, beside);
        }
    }

    /** The first rows alone. */
    public Grid first(int count) {
        return rows.size() <= count ? this : new Grid(id, caption, columns, rows.subList(0, count), empty);
    }

    /** Rows of plain text. */
    public static List<Cell> cells(List<String> texts) {
        return texts.stream().map(Cell::of).toList();
    }
}
