package org.totalplace.intake.reading.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
enum Signature {
    ZIP("", ""),
    GZIP("", ""),
    /** An old Office document, or a new one behind a password: {@link OldOffice} tells. */
    OLE2("", ""),
    PDF("is a PDF document", "Send the table that it was made from, as CSV or .xlsx."),
    HTML("is a web page or a form", "Perhaps a download link led to a page: send the data file itself."),
    HTML_TABLE(
            "is a web page with a table, as some programs export it",
            "Open it in a spreadsheet and save it as .xlsx or CSV."),
    XML_SPREADSHEET(
            "is an XML spreadsheet, as Excel 2003 wrote it", "Open it in a spreadsheet and save it as .xlsx or CSV."),
    XML("is an XML document", "Send CSV, .xlsx, JSON or, of events, XES."),
    /** An event log. */
    XES("", ""),
    MAIL("is an e-mail or a saved web page (MHTML)", "Send the data file itself."),
    ARCHIVE(
            "is an archive of a kind that is not unpacked (7-Zip, RAR, bzip2 or xz)",
            "Send it as .zip, .gz, or by itself."),
    RTF("is a rich text document", "Send CSV, .xlsx or JSON."),
    IMAGE("is a picture", "Send the table that it shows, as CSV or .xlsx."),
    PARQUET("is a Parquet file", "Send CSV, .xlsx or JSON."),
    JSON("", ""),
    TEXT("", "");

    private static final byte[] OLE2_MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG_MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] GZIP_MAGIC = {0x1F, (byte) 0x8B};

    private static final List<String> ARCHIVES = List.of("7z\u00BC\u00AF", "Rar!\u001A", "BZh9", "\u00FD7zXZ");

    private final String words;
    private final String advice;

    Signature(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    /** Looks at the first bytes of a file. */
    static Signature of(byte[] head) {
        if (startsWith(head, "PK\u0003\u0004") || startsWith(head, "PK\u0005\u0006")) {
            return ZIP;
        }
        if (startsWith(head, GZIP_MAGIC)) {
            return GZIP;
        }
        if (startsWith(head, OLE2_MAGIC)) {
            return OLE2;
        }
        if (startsWith(head, PNG_MAGIC) || startsWith(head, JPEG_MAGIC) || startsWith(head, "GIF8")) {
            return IMAGE;
        }
        if (startsWith(head, "PAR1")) {
            return PARQUET;
        }
        if (ARCHIVES.stream().anyMatch(magic -> startsWith(head, magic))) {
            return ARCHIVE;
        }
        return ofText(new String(head, StandardCharsets.ISO_8859_1));
    }

    private static Signature ofText(String head) {
        String start = withoutMarkAndSpace(head);
        String lower = start.substring(0, Math.min(start.length(), 200)).toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return TEXT;
        }
        if (lower.startsWith("%pdf")) {
            return PDF;
        }
        if (lower.startsWith("{\\rtf")) {
            return RTF;
        }
        if (lower.startsWith("mime-version:") || lower.startsWith("content-type: multipart")) {
            return MAIL;
        }
        if (lower.startsWith("<")) {
            return ofMarkup(start.toLowerCase(Locale.ROOT));
        }
        return isJson(start) ? JSON : TEXT;
    }

    private static Signature ofMarkup(String lower) {
        if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet") || lower.contains("excel.sheet")) {
            return lower.contains("<html") ? HTML_TABLE : XML_SPREADSHEET;
        }
        if (lower.contains("xes-standard.org") || lower.contains("xes.version")) {
            return XES;
        }
        if (lower.startsWith("<?xml") && !lower.contains("<html")) {
            return XML;
        }
        return lower.contains("<table") && !lower.contains("<form") ? HTML_TABLE : HTML;
    }

    private static boolean isJson(String start) {
        String next = start.substring(1).stripLeading();
        return switch (start.charAt(0)) {
            case '{' -> next.startsWith("\"") || next.startsWith("}");
            case '[' -> next.startsWith("{") || next.startsWith("]");
            default -> false;
        };
    }

    /**
     * Every byte is one character here, the mark of UTF-8 three and that of UTF-16 two, with a zero beside each
     * letter.
     */
    private static String withoutMarkAndSpace(String head) {
        String bare = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
        if (bare.startsWith("\u00FF\u00FE") || bare.startsWith("\u00FE\u00FF")) {
            bare = bare.substring(2).replace("\0", "");
        }
        return bare.stripLeading();
    }

    private static boolean startsWith(byte[] head, String ascii) {
        return startsWith(head, ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    /** Refuses what no table can be read from. */
    void check(String name) throws Unreadable {
        if (!words.isEmpty()) {
            throw new Unreadable(Unreadable.Reason.FORMAT, "'" + name + "' " + words + ". " + advice);
        }
    }
}
