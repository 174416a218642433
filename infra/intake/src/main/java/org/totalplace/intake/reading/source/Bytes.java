package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.InputStream;

/** The unpacked bytes of a file, which can be read again from the start. */
@FunctionalInterface
interface Bytes {

    InputStream open() throws IOException;
}
