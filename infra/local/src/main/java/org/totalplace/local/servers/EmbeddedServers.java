package org.totalplace.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.totalplace.local.broker.KafkaServer;
import org.totalplace.local.broker.KafkaSettings;
import org.totalplace.local.postgres.Databases;
import org.totalplace.local.postgres.PostgresServer;
import org.totalplace.local.postgres.PostgresSettings;
import org.totalplace.local.process.Folders;
import org.totalplace.local.process.FreePorts;

/** The servers as processes of this machine, on free ports, in folders that go when the JVM ends. */
record EmbeddedServers() implements Servers {

    private static final String PASSWORD = "totalplace";
    private static final int SHARED_BUFFERS_MB = 64;

    /** Unpacked once for all tests of this machine's user. */
    static Path binaries() {
        String user = System.getProperty("user.name");
        return Path.of(System.getProperty("java.io.tmpdir"), "total-place-" + user, "binaries");
    }

    @Override
    public Running<Databases> postgres() {
        Path folder = temporary("total-place-postgres");
        var settings = new PostgresSettings(FreePorts.any(), folder, binaries(), PASSWORD, SHARED_BUFFERS_MB);
        var server = new Restartable<>(() -> PostgresServer.start(settings));
        atExit(server, folder);
        return new Running<>(server.current().databases(), server::stop, server::startAgain);
    }

    @Override
    public Running<String> kafka() {
        Path folder = temporary("total-place-kafka");
        var settings = new KafkaSettings(FreePorts.any(), FreePorts.any(), folder, List.of());
        var server = new Restartable<>(() -> KafkaServer.start(settings));
        atExit(server, folder);
        return new Running<>(server.current().bootstrapServers(), server::stop, server::startAgain);
    }

    private static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void atExit(AutoCloseable server, Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (server) {
                server.close();
                Folders.delete(folder);
            } catch (Exception ending) {
                System.err.println("Left behind in " + folder + ": " + ending.getMessage());
            }
        }));
    }
}
