package org.totalplace.starter.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams rows into a table by {@code COPY ... FROM STDIN} in text format (PostgreSQL manual, "COPY", "Text Format"),
 * in frames of 64 KB. Write the cells of a row in the columns' order, then {@link #endRow()}; {@link #finish()} ends
 * the stream, {@link #close()} without it cancels.
 */
public final class CopyRows implements AutoCloseable {

    private static final int FRAME = 64 * 1024;
    private static final byte[] NULL = {'\\', 'N'};
    private static final byte[] TRUE = {'t'};
    private static final byte[] FALSE = {'f'};
    private static final int ASCII = 0x80;

    private final CopyIn copy;
    private byte[] frame = new byte[FRAME + 4096];
    private int length;
    private boolean firstCell = true;

    /** @param target the table with its column list, for example {@code staged_line(row, amount)} */
    public CopyRows(Connection connection, String target) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    }

    /** Text; null is SQL's null. NUL characters, which PostgreSQL cannot store, are left out. */
    public CopyRows text(@Nullable String value) {
        separate();
        if (value == null) {
            write(NULL);
        } else {
            escape(value);
        }
        return this;
    }

    /** Anything that PostgreSQL reads from its plain text form: numbers, dates, uuids. Null is SQL's null. */
    public CopyRows value(@Nullable Object value) {
        separate();
        write(value == null ? NULL : value.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public CopyRows flag(@Nullable Boolean value) {
        separate();
        write(value == null ? NULL : value ? TRUE : FALSE);
        return this;
    }

    public CopyRows number(long value) {
        separate();
        digits(value);
        return this;
    }

    /** A day of the years 1000 to 9999 is written without detours. */
    public CopyRows day(LocalDate value) {
        if (value.getYear() < 1000 || value.getYear() > 9999) {
            return value(value);
        }
        separate();
        digits(value.getYear());
        twoDigits(value.getMonthValue());
        twoDigits(value.getDayOfMonth());
        return this;
    }

    public void endRow() throws SQLException {
        room(1);
        frame[length++] = '\n';
        firstCell = true;
        if (length >= FRAME) {
            flush();
        }
    }

    /** Ends the stream and returns how many rows went in. */
    public long finish() throws SQLException {
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        if (length > 0) {
            copy.writeToCopy(frame, 0, length);
            length = 0;
        }
    }

    private void separate() {
        if (firstCell) {
            firstCell = false;
        } else {
            room(1);
            frame[length++] = '\t';
        }
    }

    private void write(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, frame, length, bytes.length);
        length += bytes.length;
    }

    private void digits(long value) {
        if (value < 0) {
            write(Long.toString(value).getBytes(StandardCharsets.ISO_8859_1));
            return;
        }
        int count = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            count++;
        }
        room(count);
        long rest = value;
        for (int place = length + count - 1; place >= length; place--) {
            frame[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void twoDigits(int value) {
        room(3);
        frame[length++] = '-';
        frame[length++] = (byte) ('0' + value / 10);
        frame[length++] = (byte) ('0' + value % 10);
    }

    private void escape(String value) {
        room(2 * value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ASCII) {
                // Nothing beyond ASCII is escaped, so that the rest can be cut anywhere before an ASCII character.
                int end = i + 1;
                while (end < value.length() && value.charAt(end) >= ASCII) {
                    end++;
                }
                write(value.substring(i, end).getBytes(StandardCharsets.UTF_8));
                room(2 * (value.length() - end));
                i = end - 1;
            } else {
                escape(c);
            }
        }
    }

    private void escape(char ascii) {
        switch (ascii) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case '\0' -> {}
            default -> frame[length++] = (byte) ascii;
        }
    }

    private void escaped(char letter) {
        frame[length++] = '\\';
        frame[length++] = (byte) letter;
    }

    private void room(int more) {
        if (length + more > frame.length) {
            frame = Arrays.copyOf(frame, Math.max(2 * frame.length, length + more));
        }
    }
}
