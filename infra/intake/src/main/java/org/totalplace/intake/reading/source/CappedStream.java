package org.totalplace.intake.reading.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Stops a file that unpacks to more than it may, and says so; turns the unpacker's own complaints into sentences. */
final class CappedStream extends FilterInputStream {

    /** Small files may pack as well as they like. */
    private static final long RATIO_FROM = 10L << 20;

    private final long packedBytes;
    private final Caps caps;
    private long count;

    CappedStream(InputStream in, long packedBytes, Caps caps) {
        super(in);
        this.packedBytes = Math.max(packedBytes, 1);
        this.caps = caps;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(into, offset, length);
        } catch (ZipException | EOFException e) {
            throw new Unreadable(
                    Unreadable.Reason.COMPRESSION, "The archive is damaged or cut short; pack the file again.");
        }
        count += Math.max(read, 0);
        check();
        return read;
    }

    private void check() throws Unreadable {
        if (count > caps.bytes()) {
            throw new Unreadable(
                    Unreadable.Reason.COMPRESSION,
                    "The file holds more than " + caps.bytes() + " bytes of data, which is the limit.");
        }
        if (count > RATIO_FROM && count / packedBytes > caps.ratio()) {
            throw new Unreadable(
                    Unreadable.Reason.COMPRESSION,
                    "The file unpacks to more than " + caps.ratio() + " times its size, which is the limit.");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
