package org.totalplace.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.totalplace.local.postgres.Database;
import org.totalplace.local.servers.TokenIssuer;

/** The built spend-service as a process of its own, on real servers, with an empty database. */
final class SpendService implements AutoCloseable {

    private final ServiceProcess process;

    private SpendService(ServiceProcess process) {
        this.process = process;
    }

    /** @param options of the service's JVM, for example {@code -Xmx256m} */
    static SpendService start(String... options) throws Exception {
        return new SpendService(ServiceProcess.start("spend-service", "spend", Map.of(), options));
    }

    Database database() {
        return process.database();
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
        return HttpRequest.newBuilder(URI.create(process.root() + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = process.http().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
