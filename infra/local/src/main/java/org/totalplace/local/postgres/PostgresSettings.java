package org.totalplace.local.postgres;

import java.nio.file.Path;

/**
 * How one PostgreSQL is to run.
 *
 * @param port on the loopback interface
 * @param folder of this server: its data, kept between runs, its log and its pid file
 * @param binaries where the programs are unpacked, shared between servers
 * @param password of the superuser and of every role that is created, never empty
 * @param sharedBuffersMb memory for cached pages, in megabytes
 */
public record PostgresSettings(int port, Path folder, Path binaries, String password, int sharedBuffersMb) {

    public PostgresSettings {
        if (password.isBlank()) {
            throw new IllegalArgumentException("A PostgreSQL server needs a password, even on the loopback interface");
        }
        folder = folder.toAbsolutePath();
        binaries = binaries.toAbsolutePath();
    }

    Path data() {
        return folder.resolve("data");
    }
}
