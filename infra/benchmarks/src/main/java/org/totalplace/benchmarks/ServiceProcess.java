package org.totalplace.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.process.Command;
import org.totalplace.local.process.Folders;
import org.totalplace.local.process.FreePorts;
import org.totalplace.local.process.JavaProgram;
import org.totalplace.local.process.OwnedProcess;
import org.totalplace.local.servers.RealServers;
import org.totalplace.local.servers.TokenIssuer;

/** A built service as a process of its own, on real servers, with an empty database. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Database database;
    private final OwnedProcess process;
    private final Path folder;
    private final String root;

    private ServiceProcess(Database database, OwnedProcess process, Path folder, int port) {
        this.database = database;
        this.process = process;
        this.folder = folder;
        this.root = "http://127.0.0.1:" + port;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param service its folder
     * @param databaseName of its database
     * @param settings environment variables beside those of the servers
     * @param options of the service's JVM, for example {@code -Xmx256m}
     */
    static ServiceProcess start(String service, String databaseName, Map<String, String> settings, String... options)
            throws Exception {
        Path jar = jar(service);
        int port = FreePorts.any();
        Database database = RealServers.postgres().freshDatabase(databaseName);
        Path folder = Files.createTempDirectory("total-place-bench");
        List<String> words = new ArrayList<>(List.of(JavaProgram.java()));
        words.addAll(List.of(options));
        words.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("TOTALPLACE_DB_HOST", database.host());
        environment.put("TOTALPLACE_DB_PORT", String.valueOf(database.port()));
        environment.put("TOTALPLACE_DB_PASSWORD", database.password());
        environment.put("TOTALPLACE_KAFKA", RealServers.kafka().bootstrapServers());
        environment.put("TOTALPLACE_ISSUER", TokenIssuer.shared().url());
        environment.put("TOTALPLACE_DATA", folder.resolve("data").toString());
        OwnedProcess process = OwnedProcess.start(
                Command.of(service, words, environment, folder.resolve("logs"), folder.resolve("run")));
        ServiceProcess started = new ServiceProcess(database, process, folder, port);
        started.awaitReady();
        return started;
    }

    private static Path jar(String service) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(service, "target"))) {
            return files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElseThrow(() -> new IOException(service + " is not built: run ./infra/bench, which builds it"));
        }
    }

    private void awaitReady() throws Exception {
        long until = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                HttpRequest health = HttpRequest.newBuilder(URI.create(root + "/actuator/health/readiness"))
                        .build();
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            Thread.sleep(100);
        }
        String why = process.obituary();
        close();
        throw new IllegalStateException(why);
    }

    HttpClient http() {
        return http;
    }

    /** The address of its door, without a slash at the end. */
    String root() {
        return root;
    }

    Database database() {
        return database;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.close();
        Folders.delete(folder);
    }
}
