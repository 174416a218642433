package org.totalplace.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform as its callers reach it: the gateway and the identity provider, nothing else. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String gateway;
    private final String issuer;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Api(String gateway, String issuer) {
        this.gateway = gateway;
        this.issuer = issuer;
    }

    private record Token(String value, Instant got) {}

    /** What came back. */
    record Answer(int status, String body, String location) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    String gateway() {
        return gateway;
    }

    String issuer() {
        return issuer;
    }

    Answer get(String client, String path, String... headers) throws IOException, InterruptedException {
        return send(request(client, path, headers).GET().build());
    }

    JsonNode json(String client, String path) throws IOException, InterruptedException {
        Answer answer = get(client, path);
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.json();
    }

    Answer put(String client, String path, Object body) throws IOException, InterruptedException {
        return send(request(client, path, "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    Answer post(String client, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        return send(request(client, path, headers).POST(body).build());
    }

    /** Asks with any method and says only how it was answered; of an answer that goes on, its beginning suffices. */
    int status(String client, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest request = request(client, path, headers)
                .setHeader("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    /** Looks at a person for direct care. */
    Answer person(String path) throws IOException, InterruptedException {
        return get("practitioner", path, "X-Purpose", "direct-care");
    }

    /** Registers an agency's feed; the agency itself too where the service counts money. */
    void register(String service, String feed, String agency, String kind) throws IOException, InterruptedException {
        if (service.equals("spend")) {
            expect(put("steward", "/api/v1/spend/agencies/" + agency, Map.of("name", agency, "kind", "council")), 200);
        }
        expect(
                put(
                        "agency-" + agency,
                        "/api/v1/" + service + "/feeds/" + feed,
                        Map.of("agency", agency, "kind", kind)),
                200);
    }

    /** Hands a file in; the answer's location is its report. */
    String push(String service, String feed, String agency, Path file) throws IOException, InterruptedException {
        Answer answer = post(
                "agency-" + agency,
                "/api/v1/" + service + "/feeds/" + feed + "/deliveries?name="
                        + encoded(file.getFileName().toString()),
                BodyPublishers.ofFile(file),
                "Content-Type",
                "application/octet-stream");
        expect(answer, 202);
        return answer.location();
    }

    /** The report, once the delivery has ended. */
    JsonNode ended(String agency, String location, Duration patience) throws IOException, InterruptedException {
        return eventually(
                patience,
                () -> get("agency-" + agency, location).json(),
                report -> report.path("status")
                        .asString()
                        .matches("published|refused|needs-confirmation|superseded|withdrawn"));
    }

    /** Asks again until the answer is as expected; a passing failure of a service that was killed counts as not yet. */
    static JsonNode eventually(Duration patience, Question question, Predicate<JsonNode> expected)
            throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        Object last = "nothing";
        while (Instant.now().isBefore(end)) {
            try {
                JsonNode answer = question.ask();
                if (expected.test(answer)) {
                    return answer;
                }
                last = answer;
            } catch (IOException | RuntimeException | AssertionError notYet) {
                last = notYet;
            }
            Thread.sleep(25);
        }
        throw new AssertionError("Not as expected within " + patience + ", at last: " + last);
    }

    /** Something to ask again. */
    @FunctionalInterface
    interface Question {
        JsonNode ask() throws IOException, InterruptedException;
    }

    static void expect(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError("Expected " + status + ", got " + answer.status() + ": " + answer.body());
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String client, String path, String... headers)
            throws IOException, InterruptedException {
        var builder = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofMinutes(2));
        if (!client.equals(WhoMay.NOBODY)) {
            builder.header("Authorization", "Bearer " + token(client));
        }
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Location").orElse(""));
    }

    private String token(String client) throws IOException, InterruptedException {
        Token known = tokens.get(client);
        if (known != null && known.got().plus(TOKEN_KEPT).isAfter(Instant.now())) {
            return known.value();
        }
        String basic = Base64.getEncoder().encodeToString((client + ":demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        Answer answer = send(request);
        expect(answer, 200);
        String value = answer.json().path("access_token").asString();
        tokens.put(client, new Token(value, Instant.now()));
        return value;
    }
}
