package org.totalplace.intake.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks made for tests. */
final class Books {

    /** What a workbook holds. */
    @FunctionalInterface
    interface Contents {

        void write(Workbook book);
    }

    private Books() {}

    static byte[] of(Contents contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Total Place", "1.0")) {
            contents.write(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The cells of a row: texts, numbers and days. */
    static List<Object> cells(Object... cells) {
        return List.of(cells);
    }

    @SafeVarargs
    static void sheet(Workbook book, String name, List<Object>... rows) {
        Worksheet sheet = book.newWorksheet(name);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].size(); column++) {
                cell(sheet, row, column, rows[row].get(column));
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object cell) {
        switch (cell) {
            case String text -> sheet.value(row, column, text);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("dd/mm/yyyy").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> throw new IllegalArgumentException("No cell: " + cell);
        }
    }
}
