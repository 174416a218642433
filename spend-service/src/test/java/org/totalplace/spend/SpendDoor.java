package org.totalplace.spend;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.totalplace.local.servers.TokenIssuer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's HTTP door, as its callers use it. */
public final class SpendDoor {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String AGENCY = "agency-";
    private static final Set<String> PENDING = Set.of("received", "reading", "confirmed");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    SpendDoor(int port) {
        this.root = "http://localhost:" + port;
    }

    /** An answer with its status. */
    public record Answer(int status, String body, String location) {

        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** @param who a role, or {@code agency-} and a code, or {@code nobody} */
    public Answer get(String who, String path) {
        return send(who, HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    public JsonNode asked(String path) {
        Answer answer = get("analyst", path);
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer);
        }
        return answer.json();
    }

    public Answer getCsv(String who, String path) {
        return send(
                who,
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Accept", "text/csv")
                        .GET());
    }

    public String csv(String path) {
        return expect(200, getCsv("analyst", path)).body();
    }

    /** The table as Parquet. */
    public byte[] parquet(String who, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + token(who))
                .header("Accept", "application/vnd.apache.parquet")
                .build();
        HttpResponse<byte[]> answer = sent(request, BodyHandlers.ofByteArray());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != 200 || !type.equals("application/vnd.apache.parquet")) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " as " + type);
        }
        return answer.body();
    }

    public Answer put(String who, String path, String body) {
        return send(
                who,
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer post(String who, String path, HttpRequest.BodyPublisher body) {
        return send(who, HttpRequest.newBuilder(URI.create(root + path)).POST(body));
    }

    /** As {@link #post(String, String, HttpRequest.BodyPublisher)}, with headers. */
    public Answer post(String who, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).POST(body);
        headers.forEach(request::header);
        return send(who, request);
    }

    public Answer postJson(String who, String path, String body) {
        return send(
                who,
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer delete(String who, String path) {
        return send(who, HttpRequest.newBuilder(URI.create(root + path)).DELETE());
    }

    /** Registers an agency with aliases and its payments feed. */
    public void register(String agency, String name, String... aliases) {
        String names = aliases.length == 0 ? "" : "\"" + String.join("\",\"", aliases) + "\"";
        String body = "{\"name\": \"%s\", \"kind\": \"council\", \"aliases\": [%s]}".formatted(name, names);
        expect(200, put("steward", "/api/v1/spend/agencies/" + agency, body));
        feed(agency);
    }

    public void feed(String agency) {
        String body = "{\"agency\": \"%s\", \"kind\": \"payments\"}".formatted(agency);
        expect(200, put("agency-" + agency, "/api/v1/spend/feeds/" + agency + "-payments", body));
    }

    /** Pushes a file of the agency's payments and waits for its report. */
    public JsonNode push(String agency, String period, String text) {
        return push(agency, period, "payments.csv", HttpRequest.BodyPublishers.ofString(text));
    }

    public JsonNode push(String agency, String period, Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return push(agency, period, name, HttpRequest.BodyPublishers.ofFile(file));
        } catch (java.io.FileNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode push(String agency, String period, String name, HttpRequest.BodyPublisher body) {
        String path = "/api/v1/spend/feeds/" + agency + "-payments/deliveries?name=" + name
                + (period.isEmpty() ? "" : "&period=" + period);
        return ended("agency-" + agency, expect(202, post("agency-" + agency, path, body)));
    }

    /** The report of a delivery once it has ended. */
    public JsonNode ended(String who, Answer received) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            JsonNode report = expect(200, get(who, received.location())).json();
            if (!PENDING.contains(report.path("status").asString())) {
                return report;
            }
            pause();
        }
        throw new AssertionError("Still being read after " + PATIENCE + ": " + received);
    }

    /** The amount of the only total of a slice. */
    public BigDecimal amount(String parameters) {
        return asked("/api/v1/spend/totals?" + parameters)
                .path("results")
                .path(0)
                .path("amount")
                .decimalValue();
    }

    public static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("Expected " + status + ": " + answer);
        }
        return answer;
    }

    private Answer send(String who, HttpRequest.Builder request) {
        if (!who.equals("nobody")) {
            request.header("Authorization", "Bearer " + token(who));
        }
        HttpResponse<String> response = sent(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Location").orElse(""));
    }

    private static String token(String who) {
        TokenIssuer tokens = TokenIssuer.shared();
        return who.startsWith(AGENCY) ? tokens.agency(who.substring(AGENCY.length())) : tokens.role(who);
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> reading) {
        try {
            return http.send(request, reading);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
