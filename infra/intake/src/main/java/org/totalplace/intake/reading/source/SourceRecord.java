package org.totalplace.intake.reading.source;

/** One record as it stands in the file. */
public final class SourceRecord {

    /** Whether the quotation marks of a record are as they should be. */
    public enum Quoting {
        GOOD,
        /** One was opened and not closed in its line, and was left out. */
        MENDED,
        /** One was opened and not closed where it should be, so that other rows are in the record. */
        BROKEN
    }

    private final long number;
    private final String[] cells;
    private final Quoting quoting;

    SourceRecord(long number, String[] cells) {
        this(number, cells, Quoting.GOOD);
    }

    SourceRecord(long number, String[] cells, Quoting quoting) {
        this.number = number;
        this.cells = cells;
        this.quoting = quoting;
    }

    /** The text of a cell without the characters of value zero, which no database keeps. */
    static String withoutZeros(String cell) {
        return cell.indexOf('\0') < 0 ? cell : cell.replace("\0", "");
    }

    /** From 1, within its sheet or file. */
    public long number() {
        return number;
    }

    /** As printed; not copied, since there may be millions of records, and so not to be changed. */
    public String[] cells() {
        return cells;
    }

    /** The cell of a column, empty where the record is too short. */
    public String cell(int column) {
        return column < cells.length ? cells[column] : "";
    }

    public Quoting quoting() {
        return quoting;
    }
}
