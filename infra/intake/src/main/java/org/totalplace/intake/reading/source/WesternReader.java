package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;

/**
 * Reads Windows-1252, and characters of UTF-8 where they stand among it, since agencies paste lines of both into one
 * file. The five bytes that Windows-1252 does not define become the replacement character.
 */
final class WesternReader extends Reader {

    private static final char[] TABLE = table();
    private static final int SIZE = 32 * 1024;
    private static final int LONGEST = 4;

    private final InputStream in;
    private final byte[] bytes = new byte[SIZE];
    private int at;
    private int end;
    private boolean ended;
    private char pendingLow;

    WesternReader(InputStream in) {
        super(in);
        this.in = in;
    }

    private static char[] table() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new String(all, Charset.forName("windows-1252")).toCharArray();
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int to = offset;
        int last = offset + length;
        while (to < last) {
            if (pendingLow != 0) {
                into[to++] = pendingLow;
                pendingLow = 0;
                continue;
            }
            if (end - at < LONGEST && !ended) {
                if (to > offset) {
                    break;
                }
                fill();
            }
            if (at == end) {
                break;
            }
            byte b = bytes[at];
            if (b >= 0) {
                into[to++] = (char) b;
                at++;
            } else {
                into[to++] = decode();
            }
        }
        return to == offset && length > 0 ? -1 : to - offset;
    }

    private void fill() throws IOException {
        System.arraycopy(bytes, at, bytes, 0, end - at);
        end -= at;
        at = 0;
        while (end < SIZE) {
            int read = in.read(bytes, end, SIZE - end);
            if (read < 0) {
                ended = true;
                return;
            }
            end += read;
        }
    }

    private char decode() {
        int length = Utf8.lengthAt(bytes, at, end);
        if (length == 0) {
            return TABLE[bytes[at++] & 0xFF];
        }
        int character = Utf8.decode(bytes, at, length);
        at += length;
        if (Character.isBmpCodePoint(character)) {
            return (char) character;
        }
        pendingLow = Character.lowSurrogate(character);
        return Character.highSurrogate(character);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
