package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook and those of its sheets that people see. */
record WorkbookFile(
        ReadableWorkbook workbook,
        List<Sheet> visible,
        boolean from1904,
        List<String> notes,
        String packing,
        Path file,
        Caps caps)
        implements SpreadsheetFile {

    private static final Pattern FROM_1904 = Pattern.compile("\\bdate1904\\s*=\\s*[\"'](?:1|true|on)[\"']");
    private static final int MOST_OF_PROPERTIES = 256 * 1024;

    /** @param packing what the workbook was in, whose unpacked copy is deleted in the end; or empty */
    static WorkbookFile open(Path file, String name, String packing, Caps caps) throws IOException {
        ReadableWorkbook workbook;
        try {
            workbook = opened(file);
        } catch (IOException | RuntimeException e) {
            SpreadsheetFile.deleteUnpacked(file, packing);
            throw damaged("The workbook '" + name + "'", e);
        }
        List<Sheet> visible = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        workbook.getSheets().forEach(sheet -> {
            if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                visible.add(sheet);
            } else {
                notes.add("The hidden sheet '" + sheet.getName() + "' was not read.");
            }
        });
        return new WorkbookFile(
                workbook, List.copyOf(visible), isFrom1904(file), List.copyOf(notes), packing, file, caps);
    }

    /** The library knows {@code true} only, and Excel writes 1. */
    private static boolean isFrom1904(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("xl/workbook.xml"))) {
            String text = new String(in.readNBytes(MOST_OF_PROPERTIES), StandardCharsets.UTF_8);
            return FROM_1904.matcher(text).find();
        }
    }

    /** Small programs leave out the formats; days are then numbers, which can be read as days all the same. */
    private static ReadableWorkbook opened(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException e) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    /** The library throws exceptions of many kinds, unchecked ones too, where the XML within a workbook is broken. */
    static Unreadable damaged(String what, Exception cause) {
        return new Unreadable(
                Unreadable.Reason.FORMAT, what + " is damaged (" + cause.getMessage() + "). Save it again.");
    }

    @Override
    public String container() {
        return packing.isEmpty() ? "xlsx" : "xlsx in " + packing;
    }

    @Override
    public List<String> sheets() {
        return visible.stream().map(Sheet::getName).toList();
    }

    @Override
    public Records records(int sheet) throws IOException {
        return new SheetRecords(visible.get(sheet), from1904, caps);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
        SpreadsheetFile.deleteUnpacked(file, packing);
    }
}
