package org.totalplace.starter.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
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

    private final CopyIn copy;
    private final StringBuilder frame = new StringBuilder(FRAME + 4096);
    private boolean firstCell = true;

    /** @param target the table with its column list, for example {@code staged_line(row, amount)} */
    public CopyRows(Connection connection, String target) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    }

    /** Text; null is SQL's null. NUL characters, which PostgreSQL cannot store, are left out. */
    public CopyRows text(@Nullable String value) {
        separate();
        if (value == null) {
            frame.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    /** Anything that PostgreSQL reads from its plain text form: numbers, dates, uuids. Null is SQL's null. */
    public CopyRows value(@Nullable Object value) {
        separate();
        frame.append(value == null ? "\\N" : value.toString());
        return this;
    }

    public CopyRows number(long value) {
        separate();
        frame.append(value);
        return this;
    }

    public void endRow() throws SQLException {
        frame.append('\n');
        firstCell = true;
        if (frame.length() >= FRAME) {
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
        if (!frame.isEmpty()) {
            byte[] bytes = frame.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            frame.setLength(0);
        }
    }

    private void separate() {
        if (firstCell) {
            firstCell = false;
        } else {
            frame.append('\t');
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> frame.append("\\\\");
                case '\t' -> frame.append("\\t");
                case '\n' -> frame.append("\\n");
                case '\r' -> frame.append("\\r");
                case '\0' -> {}
                default -> frame.append(c);
            }
        }
    }
}
