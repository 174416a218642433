package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/** Reads all bytes of a text once to be sure of its encoding, which a sample never is. */
final class TextScan {

    private static final int SIZE = 64 * 1024;
    private static final int LONGEST = 4;
    /** Bytes with accents that are shown to the statistical detector. */
    private static final int MOST_FOR_DETECTOR = 256 * 1024;
    /** Fewer bytes than this outside ASCII are pound signs and accents, from which the detector guesses anything. */
    private static final double SHARE_IN_OTHER_SCRIPTS = 0.02;

    /** A text with more zeros than this is none. */
    private static final int MOST_ZEROS_ONE_IN = 100;

    private static final Set<String> WESTERN = Set.of("WINDOWS-1252", "ISO-8859-1", "US-ASCII");

    private final UniversalDetector detector = new UniversalDetector();
    private final byte[] bytes = new byte[SIZE];
    private int end;
    private long total;
    private long zeros;
    private long zerosAtOddPlaces;
    private long undefined;
    private long replacements;
    private long characters;
    private long strays;
    private int fed;
    private int mark;

    private TextScan() {}

    /**
     * What the scan found.
     *
     * @param encoding of the text
     * @param notes sentences that the sender should know
     * @param lostCharacters whether some characters no longer say what they were
     */
    record Finding(Encoding encoding, List<String> notes, boolean lostCharacters) {}

    static Finding of(Bytes bytes, String name) throws IOException {
        TextScan scan = new TextScan();
        try (InputStream in = bytes.open()) {
            scan.readAll(in);
        }
        return scan.finding(name);
    }

    private void readAll(InputStream in) throws IOException {
        boolean ended = false;
        while (!ended) {
            int read = in.readNBytes(bytes, end, SIZE - end);
            ended = end + read < SIZE;
            end += read;
            if (total == 0) {
                mark = markOf();
            }
            int done = scan(ended);
            feedDetector(done);
            total += done;
            System.arraycopy(bytes, done, bytes, 0, end - done);
            end -= done;
        }
        detector.dataEnd();
    }

    private int markOf() {
        int first = end > 1 ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : 0;
        boolean utf8 = first == 0xEFBB && end > 2 && (bytes[2] & 0xFF) == 0xBF;
        return utf8 || first == 0xFFFE || first == 0xFEFF ? first : 0;
    }

    /** Looks at the bytes and tells how many of them are done with; a character may be cut by the end of the block. */
    private int scan(boolean ended) {
        int last = ended ? end : end - LONGEST;
        int at = 0;
        while (at < last) {
            byte b = bytes[at];
            if (b > 0) {
                at++;
            } else if (b == 0) {
                zeros++;
                zerosAtOddPlaces += (total + at) & 1;
                at++;
            } else {
                at += character(at);
            }
        }
        return at;
    }

    private int character(int at) {
        int length = Utf8.lengthAt(bytes, at, end);
        if (length > 0) {
            characters++;
            replacements += length == 3 && Utf8.decode(bytes, at, length) == 0xFFFD ? 1 : 0;
            return length;
        }
        strays++;
        int b = bytes[at] & 0xFF;
        undefined += b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D ? 1 : 0;
        return 1;
    }

    private void feedDetector(int length) {
        if (strays > 0 && fed < MOST_FOR_DETECTOR && !detector.isDone()) {
            detector.handleData(bytes, 0, length);
            fed += length;
        }
    }

    private Finding finding(String name) throws Unreadable {
        if (mark == 0xFFFE || mark == 0xFEFF) {
            return new Finding(
                    mark == 0xFFFE ? Encoding.UTF_16_LE_WITH_MARK : Encoding.UTF_16_BE_WITH_MARK, List.of(), true);
        }
        if (zeros > total / 4) {
            return new Finding(
                    zerosAtOddPlaces > zeros / 2 ? Encoding.UTF_16_LE : Encoding.UTF_16_BE,
                    List.of("The encoding is not declared; every other byte is zero, so it was read as UTF-16."),
                    true);
        }
        if (zeros * MOST_ZEROS_ONE_IN > total) {
            throw new Unreadable(
                    Unreadable.Reason.ENCODING,
                    "'" + name + "' is no text: " + zeros + " of its bytes are zero. Export it as CSV in UTF-8.");
        }
        return new Finding(encoding(), notes(), replacements + undefined > 0);
    }

    private Encoding encoding() {
        if (strays == 0) {
            return mark != 0 ? Encoding.UTF_8_WITH_MARK : characters == 0 ? Encoding.US_ASCII : Encoding.UTF_8;
        }
        return characters > 0 ? Encoding.MIXED : Encoding.WINDOWS_1252;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (zeros > 0) {
            notes.add(zeros + " of the bytes are zero, which no text has; they were left out.");
        }
        if (replacements > 0) {
            notes.add(replacements + " characters were already lost before the file was sent (they read \uFFFD).");
        }
        if (strays == 0) {
            return notes;
        }
        if (characters > 0) {
            notes.add("The text is partly UTF-8 (" + characters + " characters) and partly Windows-1252 (" + strays
                    + "); each was read as what it is. Export it in UTF-8.");
        }
        if (undefined > 0) {
            notes.add(undefined + " bytes mean nothing in Windows-1252; they read \uFFFD. Export the file in UTF-8.");
        }
        String guess = detector.getDetectedCharset();
        if (guess != null && !WESTERN.contains(guess) && strays > SHARE_IN_OTHER_SCRIPTS * total) {
            notes.add("The text was read as Windows-1252, but may be " + guess + ". Check accented letters.");
        }
        return notes;
    }
}
