package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds, without what operating systems put into it by themselves.
 *
 * @param entries files, in their order
 */
record ZipContents(List<? extends ZipEntry> entries) {

    /** Where an OpenDocument spreadsheet has its sheets. */
    static final String OPEN_SHEETS = "content.xml";

    private static final int MOST_NAMED = 5;
    private static final String OPEN_SHEET_TYPE = "opendocument.spreadsheet";
    private static final int LONGEST_TYPE = 100;
    /** What is sent along with data to explain it. */
    private static final Set<String> COMPANIONS =
            Set.of("pdf", "doc", "docx", "odt", "rtf", "md", "htm", "html", "png", "jpg", "jpeg", "url");

    static ZipContents of(ZipFile zip) {
        return new ZipContents(Collections.list(zip.entries()).stream()
                .filter(entry -> !entry.isDirectory() && !isLitter(entry.getName()))
                .toList());
    }

    private static boolean isLitter(String name) {
        String last = last(name);
        return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equals("Thumbs.db");
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The second half of a sentence about an archive that is a document of some program, or null if it is none. */
    @Nullable
    String document(ZipFile zip) throws IOException {
        if (has("word/document.xml")) {
            return "is a Word document (.docx)";
        }
        if (has("ppt/presentation.xml")) {
            return "is a PowerPoint presentation";
        }
        if (has("xl/workbook.bin")) {
            return "is a binary Excel workbook (.xlsb)";
        }
        if (has("Index/Document.iwa") || has("Index.zip")) {
            return "is an Apple Numbers document";
        }
        if (has("mimetype")) {
            String type = type(zip);
            return type.contains(OPEN_SHEET_TYPE)
                    ? "is an OpenDocument spreadsheet (.ods) without any sheets"
                    : "is a document of the type " + type;
        }
        return has("[Content_Types].xml") ? "is an office document without an Excel workbook" : null;
    }

    private static String type(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry("mimetype"))) {
            return new String(in.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII).strip();
        }
    }

    /** Whether it is an OpenDocument spreadsheet. */
    boolean isOpenSheet(ZipFile zip) throws IOException {
        return has("mimetype") && has(OPEN_SHEETS) && type(zip).contains(OPEN_SHEET_TYPE);
    }

    boolean isWorkbook() {
        return has("xl/workbook.xml");
    }

    private boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.getName().equals(name));
    }

    /** The one file with data; documents beside it are left alone. Throws {@link Unreadable} if there is not one. */
    ZipEntry onlyDataFile(String archive) throws Unreadable {
        List<? extends ZipEntry> data = entries.size() == 1
                ? entries
                : entries.stream()
                        .filter(entry -> !isCompanion(entry.getName()))
                        .toList();
        if (data.size() != 1) {
            String names = data.stream()
                    .limit(MOST_NAMED)
                    .map(entry -> "'" + entry.getName() + "'")
                    .collect(Collectors.joining(", "));
            String list = names.isEmpty() ? "" : ": " + names + (data.size() > MOST_NAMED ? " and others" : "");
            throw new Unreadable(
                    Unreadable.Reason.COMPRESSION,
                    "'" + archive + "' holds " + data.size() + " files" + list
                            + ". An archive must hold one data file; send each by itself.");
        }
        return data.getFirst();
    }

    private static boolean isCompanion(String name) {
        String last = last(name).toLowerCase(Locale.ROOT);
        String extension = last.substring(last.lastIndexOf('.') + 1);
        boolean readMe = last.startsWith("readme") || last.startsWith("licen");
        return COMPANIONS.contains(extension) || readMe;
    }

    /** Sentences on what was left alone. */
    List<String> notesBeside(ZipEntry read) {
        return entries.stream()
                .filter(entry -> !entry.getName().equals(read.getName()))
                .limit(MOST_NAMED)
                .map(entry -> "'" + entry.getName() + "' in the archive was not read.")
                .toList();
    }
}
