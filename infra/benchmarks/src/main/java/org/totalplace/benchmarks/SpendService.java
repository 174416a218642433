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

/** The built spend-service as a process of its own, on real servers, with an empty database. */
final class SpendService implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Database database;
    private final OwnedProcess process;
    private final Path folder;
    private final String root;

    private SpendService(Database database, OwnedProcess process, Path folder, int port) {
        this.database = database;
        this.process = process;
        this.folder = folder;
        this.root = "http://127.0.0.1:" + port;
    }

    /** @param options of the service's JVM, for example {@code -Xmx256m} */
    static SpendService start(String... options) throws Exception {
        Path jar = jar();
        int port = FreePorts.any();
        Database database = RealServers.postgres().freshDatabase("spend");
        Path folder = Files.createTempDirectory("total-place-bench");
        List<String> words = new ArrayList<>(List.of(JavaProgram.java()));
        words.addAll(List.of(options));
        words.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("TOTALPLACE_DB_HOST", database.host());
        environment.put("TOTALPLACE_DB_PORT", String.valueOf(database.port()));
        environment.put("TOTALPLACE_DB_PASSWORD", database.password());
        environment.put("TOTALPLACE_KAFKA", RealServers.kafka().bootstrapServers());
        environment.put("TOTALPLACE_ISSUER", TokenIssuer.shared().url());
        environment.put("TOTALPLACE_DATA", folder.resolve("data").toString());
        OwnedProcess process = OwnedProcess.start(
                Command.of("spend-service", words, environment, folder.resolve("logs"), folder.resolve("run")));
        SpendService service = new SpendService(database, process, folder, port);
        service.awaitReady();
        return service;
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("spend-service", "target"))) {
            return files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElseThrow(
                            () -> new IOException("spend-service is not built: run ./infra/bench, which builds it"));
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

    Database database() {
        return database;
    }

    long pid() {
        return process.pid();
    }

    /** Asks as an analyst and gives the body of the answer. */
    String ask(String path) throws Exception {
        return send(request(path, TokenIssuer.shared().role("analyst")).GET().build())
                .body();
    }

    /** Sets a resource as a steward. */
    void put(String path, String body) throws Exception {
        send(request(path, TokenIssuer.shared().role("steward"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Hands in a file of the agency and waits until it is published. */
    void deliver(String agency, String period, Path file) throws Exception {
        String token = TokenIssuer.shared().agency(agency);
        String path = "/api/v1/spend/feeds/" + agency + "-payments/deliveries?name=" + file.getFileName() + "&period="
                + period;
        HttpResponse<String> received = send(request(path, token)
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build());
        String report = received.headers().firstValue("Location").orElseThrow();
        while (true) {
            String told = send(request(report, token).GET().build()).body();
            if (told.contains("\"status\":\"published\"")) {
                return;
            }
            if (told.contains("\"status\":\"refused\"") || told.contains("\"status\":\"needs-confirmation\"")) {
                throw new IllegalStateException(file + " was not published: " + told);
            }
            Thread.sleep(50);
        }
    }

    /** Registers an agency and its payments feed. */
    void register(String agency) throws Exception {
        put("/api/v1/spend/agencies/" + agency, "{\"name\": \"Council %s\", \"kind\": \"council\"}".formatted(agency));
        put(
                "/api/v1/spend/feeds/" + agency + "-payments",
                "{\"agency\": \"%s\", \"kind\": \"payments\"}".formatted(agency));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        process.close();
        Folders.delete(folder);
    }
}
