package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Says what a compound file of old Office programs is, by the names of the streams in its first directory sector
 * ([MS-CFB], sections 2.2 and 2.6): a workbook, a document, or a newer one behind a password.
 */
final class OldOffice {

    private static final int HEADER = 512;
    private static final int SECTOR_SHIFT_AT = 30;
    private static final int DIRECTORY_AT = 48;
    private static final int ENTRY = 128;
    private static final int MOST_SECTORS = 1 << 16;

    private OldOffice() {}

    /** The second half of a sentence about the file. */
    static String words(Bytes bytes) throws IOException {
        String names = names(bytes);
        if (names.contains("EncryptedPackage")) {
            return "is protected by a password. Save it without one";
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return "is an old Excel workbook (.xls). Save it as .xlsx, or as CSV";
        }
        if (names.contains("WordDocument")) {
            return "is an old Word document (.doc). Send the table in it as CSV or .xlsx";
        }
        if (names.contains("PowerPoint Document")) {
            return "is a PowerPoint presentation. Send the table in it as CSV or .xlsx";
        }
        return "is an old Excel workbook (.xls), another old Office document, or one protected by a password. Save it"
                + " as .xlsx without a password, or as CSV";
    }

    private static String names(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            byte[] header = in.readNBytes(HEADER);
            if (header.length < HEADER) {
                return "";
            }
            ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            int shift = buffer.getShort(SECTOR_SHIFT_AT);
            int sector = buffer.getInt(DIRECTORY_AT);
            if ((shift != 9 && shift != 12) || sector < 0 || sector > MOST_SECTORS) {
                return "";
            }
            long size = 1L << shift;
            in.skip(sector * size + size - HEADER);
            return namesIn(in.readNBytes((int) size));
        }
    }

    private static String namesIn(byte[] directory) {
        StringBuilder names = new StringBuilder();
        for (int at = 0; at + ENTRY <= directory.length; at += ENTRY) {
            names.append(new String(directory, at, 64, StandardCharsets.UTF_16LE).replace("\0", ""))
                    .append('\n');
        }
        return names.toString();
    }
}
