package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of sheets whose cells stand apart by themselves. */
sealed interface SpreadsheetFile extends DataFile permits OpenSheetFile, WorkbookFile {

    /** Of both kinds the text within is UTF-8. */
    @Override
    default String encoding() {
        return "UTF-8";
    }

    @Override
    default @Nullable Delimiting delimiting() {
        return null;
    }

    @Override
    default @Nullable List<String> keys() {
        return null;
    }

    /** A cell may hold what was lost before the sheet was saved. */
    @Override
    default boolean mayHaveLostCharacters() {
        return true;
    }

    /** Deletes what was unpacked of another file. */
    static void deleteUnpacked(Path file, String packing) throws IOException {
        if (!packing.isEmpty()) {
            Files.deleteIfExists(file);
        }
    }
}
