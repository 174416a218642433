package org.totalplace.spend.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written into pieces of one size; it never holds more than one of them. */
final class Chunks extends OutputStream {

    static final int SIZE = 256 * 1024;

    private final Kept kept;
    private final long most;
    private final byte[] chunk = new byte[SIZE];
    private int filled;
    private int place;

    /** @param most bytes that may be written */
    Chunks(Kept kept, long most) {
        this.kept = kept;
        this.most = most;
    }

    /** Takes one piece away. */
    @FunctionalInterface
    interface Kept {
        void keep(int place, byte[] bytes) throws IOException;
    }

    /** More was written than there may be. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge(long most) {
            super("There is room for an export of " + most + " bytes");
        }
    }

    static void requireRoom(long bytes, long most) throws TooLarge {
        if (bytes > most) {
            throw new TooLarge(most);
        }
    }

    long written() {
        return (long) place * SIZE + filled;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        requireRoom(written() + length, most);
        for (int done = 0; done < length; ) {
            int taken = Math.min(length - done, SIZE - filled);
            System.arraycopy(bytes, from + done, chunk, filled, taken);
            filled += taken;
            done += taken;
            if (filled == SIZE) {
                kept.keep(place++, chunk);
                filled = 0;
            }
        }
    }

    /** What is left is a piece too, though a smaller one. */
    void end() throws IOException {
        if (filled > 0) {
            kept.keep(place, Arrays.copyOf(chunk, filled));
        }
    }
}
