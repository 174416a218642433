package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file whose container, encoding and layout are known, and whose records can be read again and again. */
public sealed interface DataFile extends AutoCloseable permits DelimitedFile, EventLogFile, JsonFile, SpreadsheetFile {

    /** Finds out what a file is. Throws {@link Unreadable} if no records can be in it. */
    static DataFile open(Path file, String name, Caps caps) throws IOException {
        Unpacked unpacked = Unpacked.of(file, name, caps);
        Path workbook = unpacked.workbook();
        if (workbook != null) {
            return Unpacked.isOpenSheet(workbook)
                    ? OpenSheetFile.open(workbook, name, unpacked.packing(), caps)
                    : WorkbookFile.open(workbook, name, unpacked.packing(), caps);
        }
        return switch (unpacked.signature()) {
            case XES -> EventLogFile.open(unpacked, name, EventLogFile.Form.XES, caps);
            case JSON ->
                OcelRecords.isOne(unpacked.bytes(), name)
                        ? EventLogFile.open(unpacked, name, EventLogFile.Form.OCEL, caps)
                        : JsonFile.open(unpacked, name, caps);
            default -> DelimitedFile.open(unpacked, name, caps);
        };
    }

    /** For example {@code csv in zip}. */
    String container();

    String encoding();

    @Nullable
    Delimiting delimiting();

    /** Sentences about the file that its sender should know. */
    List<String> notes();

    /** Whether some characters no longer say what they were, or may not. */
    boolean mayHaveLostCharacters();

    /** Names of the sheets; one empty name if there are no sheets. */
    List<String> sheets();

    /** The keys that are the headers of every record, or null if a header stands among the records. */
    @Nullable
    List<String> keys();

    /** The records of a sheet by its place in {@link #sheets()}. */
    Records records(int sheet) throws IOException;

    @Override
    void close() throws IOException;
}
