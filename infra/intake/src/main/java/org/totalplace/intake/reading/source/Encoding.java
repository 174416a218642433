package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** How the text of a file is encoded. */
enum Encoding {
    US_ASCII("US-ASCII", 0),
    UTF_8("UTF-8", 0),
    UTF_8_WITH_MARK("UTF-8 with BOM", 3),
    UTF_16_LE("UTF-16LE", 0),
    UTF_16_LE_WITH_MARK("UTF-16LE with BOM", 2),
    UTF_16_BE("UTF-16BE", 0),
    UTF_16_BE_WITH_MARK("UTF-16BE with BOM", 2),
    WINDOWS_1252("windows-1252", 0),
    /** Most often lines of two systems pasted together. */
    MIXED("windows-1252 and UTF-8 mixed", 0);

    private final String words;
    private final int markBytes;

    Encoding(String words, int markBytes) {
        this.words = words;
        this.markBytes = markBytes;
    }

    /** As reports name it. */
    String words() {
        return words;
    }

    /** The text of bytes in this encoding, without the mark. */
    Reader open(Bytes bytes) throws IOException {
        InputStream in = bytes.open();
        try {
            in.skipNBytes(markBytes);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return switch (this) {
            case US_ASCII -> new InputStreamReader(in, StandardCharsets.ISO_8859_1);
            case UTF_8, UTF_8_WITH_MARK -> new InputStreamReader(in, StandardCharsets.UTF_8);
            case UTF_16_LE, UTF_16_LE_WITH_MARK -> new InputStreamReader(in, StandardCharsets.UTF_16LE);
            case UTF_16_BE, UTF_16_BE_WITH_MARK -> new InputStreamReader(in, StandardCharsets.UTF_16BE);
            case WINDOWS_1252, MIXED -> new WesternReader(in);
        };
    }
}
