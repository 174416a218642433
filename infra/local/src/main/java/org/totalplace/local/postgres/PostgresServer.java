package org.totalplace.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.totalplace.local.process.Command;
import org.totalplace.local.process.OwnedProcess;
import org.totalplace.local.process.PidFile;
import org.totalplace.local.process.ProcessFailure;
import org.totalplace.local.process.RunAs;

/**
 * A PostgreSQL of our own on the loopback interface, durable as in production: every commit is on disk before it is
 * answered. Its data is kept; closing stops the server and leaves the data.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final OwnedProcess process;
    private final Databases databases;

    private PostgresServer(OwnedProcess process, Databases databases) {
        this.process = process;
        this.databases = databases;
    }

    /**
     * Starts the server and waits until it answers, after stopping one that a killed launcher left on the same data.
     *
     * @throws ProcessFailure if it does not answer within a minute, with the end of its log
     */
    public static PostgresServer start(PostgresSettings settings) {
        PostgresBinaries binaries = PostgresBinaries.in(settings.binaries());
        PidFile pidFile = new PidFile(settings.folder().resolve("postgres.pid"));
        pidFile.stopLeftover("INT");
        Cluster cluster = new Cluster(settings.data(), binaries);
        cluster.create(settings.password());
        cluster.stopStray();
        OwnedProcess process = OwnedProcess.start(new Command(
                "postgres",
                words(settings, binaries),
                Map.of(),
                settings.folder().resolve("postgres.log"),
                pidFile,
                "INT",
                RunAs.NOT_ROOT));
        Databases databases = new Databases("127.0.0.1", settings.port(), "postgres", settings.password());
        try {
            databases.awaitReady(process, READY_WITHIN);
        } catch (ProcessFailure failure) {
            process.close();
            throw failure;
        }
        return new PostgresServer(process, databases);
    }

    private static List<String> words(PostgresSettings settings, PostgresBinaries binaries) {
        List<String> words = new ArrayList<>(List.of(
                binaries.program("postgres"), "-D", settings.data().toString(), "-p", String.valueOf(settings.port())));
        settings(settings).forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }

    private static Map<String, String> settings(PostgresSettings settings) {
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "shared_buffers", settings.sharedBuffersMb() + "MB",
                "max_connections", "100",
                "max_wal_size", "1GB",
                "timezone", "UTC",
                "log_timezone", "UTC");
    }

    /** The databases of this server. */
    public Databases databases() {
        return databases;
    }

    public long pid() {
        return process.pid();
    }

    /** The process, for whoever watches it. */
    public OwnedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    /** The folder of data files of one server. */
    private record Cluster(Path data, PostgresBinaries binaries) {

        /** Makes it once; what an interrupted first start left half made is made again. */
        void create(String password) {
            if (Files.exists(data.resolve("PG_VERSION"))) {
                return;
            }
            new NewCluster(data, binaries).create(password);
        }

        /** Stops a server that still runs on the data, by the pid that it keeps there itself. */
        void stopStray() {
            Path pid = data.resolve("postmaster.pid");
            try {
                if (!Files.exists(pid)) {
                    return;
                }
                long stray = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
                ProcessHandle.of(stray)
                        .filter(ProcessHandle::isAlive)
                        .filter(this::isOurs)
                        .ifPresent(process -> PidFile.stop(process, "INT"));
                // Of a dead server; the pid may be another program's by now, which would keep ours from starting.
                Files.deleteIfExists(pid);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private boolean isOurs(ProcessHandle process) {
            return process.info()
                    .arguments()
                    .map(arguments -> List.of(arguments).contains(data.toString()))
                    .orElse(false);
        }
    }
}
