package org.totalplace.intake.reading.source;

/** One record as it stands in the file. */
public final class SourceRecord {

    private final long number;
    private final String[] cells;

    SourceRecord(long number, String[] cells) {
        this.number = number;
        this.cells = cells;
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
}
