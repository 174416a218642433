package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook; numbers as the file stores them, those formatted as days as ISO days. */
final class SheetRecords implements Records {

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAYS_TO_1904 = 1462;
    private static final int LAST_SERIAL = 2_958_465;
    private static final int SECONDS_A_DAY = 86_400;

    private final Stream<Row> rows;
    private final Iterator<Row> iterator;
    private final String name;
    private final boolean from1904;
    private final Caps caps;

    SheetRecords(Sheet sheet, boolean from1904, Caps caps) throws IOException {
        this.name = sheet.getName();
        this.from1904 = from1904;
        this.caps = caps;
        try {
            this.rows = sheet.openStream();
        } catch (IOException | RuntimeException e) {
            throw WorkbookFile.damaged("Sheet '" + name + "' of the workbook", e);
        }
        this.iterator = rows.iterator();
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        try {
            if (!iterator.hasNext()) {
                return null;
            }
            Row row = iterator.next();
            return new SourceRecord(row.getRowNum(), cells(row));
        } catch (RuntimeException e) {
            throw WorkbookFile.damaged("Sheet '" + name + "' of the workbook", e);
        }
    }

    private String[] cells(Row row) throws Unreadable {
        if (row.getCellCount() > caps.columns()) {
            return cells(row, lastCell(row) + 1);
        }
        return cells(row, row.getCellCount());
    }

    /** Formatting alone can make a row look thousands of cells wide. */
    private int lastCell(Row row) throws Unreadable {
        int last = row.getCellCount() - 1;
        while (last >= 0 && text(row, last).isEmpty()) {
            last--;
        }
        if (last >= caps.columns()) {
            throw caps.tooManyColumns(row.getRowNum());
        }
        return last;
    }

    private String[] cells(Row row, int count) throws Unreadable {
        String[] cells = new String[count];
        Arrays.fill(cells, "");
        for (int i = 0; i < count; i++) {
            cells[i] = text(row, i);
            if (cells[i].length() > caps.cellCharacters()) {
                throw caps.tooLongACell(row.getRowNum());
            }
        }
        return cells;
    }

    private String text(Row row, int column) {
        Cell cell = row.getCell(column);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.STRING) {
            String text = cell.asString();
            return text == null ? "" : SourceRecord.withoutZeros(text);
        }
        String raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        boolean number = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        return number && isDayFormat(cell.getDataFormatString()) ? day(raw) : raw;
    }

    /** Whether a format shows days: it has a y or d outside quoted words and bracketed colours. */
    private static boolean isDayFormat(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            switch (c) {
                case '"' -> quoted = !quoted;
                case '[' -> bracketed = true;
                case ']' -> bracketed = false;
                case '\\' -> i++;
                case 'y', 'Y', 'd', 'D' -> {
                    if (!quoted && !bracketed) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private String day(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '.' && (raw.charAt(i) < '0' || raw.charAt(i) > '9')) {
                return raw;
            }
        }
        double serial = Double.parseDouble(raw);
        if (!(serial >= 1 && serial <= LAST_SERIAL)) {
            return raw;
        }
        long seconds = Math.round(serial * SECONDS_A_DAY);
        LocalDateTime time =
                SERIAL_ZERO.plusDays(from1904 ? DAYS_TO_1904 : 0).atStartOfDay().plusSeconds(seconds);
        return seconds % SECONDS_A_DAY == 0 ? time.toLocalDate().toString() : time.toString();
    }

    @Override
    public void close() {
        rows.close();
    }
}
