package org.totalplace.intake.reading.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one sheet or file, from the first to the last. */
public interface Records extends AutoCloseable {

    /** The next record, or null after the last. Throws {@link Unreadable} where the file is broken. */
    @Nullable
    SourceRecord next() throws IOException;

    @Override
    void close() throws IOException;
}
