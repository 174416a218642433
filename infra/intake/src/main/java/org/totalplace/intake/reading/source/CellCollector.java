package org.totalplace.intake.reading.source;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Collects the cells of a record. A cell with the same text as the one above it shares its string, since payment
 * files repeat most of theirs: it saves more time than it takes.
 */
final class CellCollector extends CsvCallbackHandler<SourceRecord> {

    private final Caps caps;
    private String[] above = new String[16];
    private String[] cells = new String[16];
    private boolean[] broken = new boolean[16];
    private int count;
    private long records;
    private long line;
    private boolean lineBreaks;

    CellCollector(Caps caps) {
        this.caps = caps;
        Arrays.fill(above, "");
    }

    /** Records begun so far. */
    long records() {
        return records;
    }

    /** Where the last record begins, from 1. */
    long line() {
        return line;
    }

    /** Whether a cell of the last record goes on over several lines. */
    boolean hasLineBreaks() {
        return lineBreaks;
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        count = 0;
        lineBreaks = false;
        line = startingLineNumber;
        records++;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        if (length > caps.cellCharacters()) {
            throw new UncheckedIOException(caps.tooLongACell(records));
        }
        if (count == cells.length) {
            grow();
        }
        String known = above[count];
        if (isSame(known, buffer, offset, length)) {
            cells[count] = known;
        } else {
            String cell = fresh(buffer, offset, length);
            cells[count] = cell;
            broken[count] = quoted && (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0);
        }
        lineBreaks |= broken[count];
        count++;
    }

    private String fresh(char[] buffer, int offset, int length) {
        String cell = SourceRecord.withoutZeros(new String(buffer, offset, length));
        above[count] = cell;
        return cell;
    }

    private static boolean isSame(String known, char[] buffer, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (known.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        if (count >= caps.columns()) {
            throw new UncheckedIOException(caps.tooManyColumns(records));
        }
        int size = Math.min(count * 2, caps.columns());
        cells = Arrays.copyOf(cells, size);
        above = Arrays.copyOf(above, size);
        broken = Arrays.copyOf(broken, size);
        Arrays.fill(above, count, size, "");
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("Comments are switched off");
    }

    @Override
    protected void setEmpty() {
        count = 0;
    }

    @Override
    protected SourceRecord buildRecord() {
        return new SourceRecord(records, Arrays.copyOf(cells, count));
    }
}
