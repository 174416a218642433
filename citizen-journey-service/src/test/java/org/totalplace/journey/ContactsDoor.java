package org.totalplace.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.local.servers.TokenIssuer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the running service as agencies, stewards, analysts and practitioners do. */
public final class ContactsDoor {

    public static final String HEADER = "recordId,reference,service,type,start,end,units,outcome\n";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TokenIssuer TOKENS = TokenIssuer.shared();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final WebTestClient web;

    public ContactsDoor(int port) {
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build();
    }

    /** Registers the contacts feed of an agency, which is named after it. */
    public void register(String agency) {
        register(agency, Map.of());
    }

    /** The same, with more than agency and kind. */
    public void register(String agency, Map<String, ?> more) {
        Map<String, Object> feed = new HashMap<>(more);
        feed.put("agency", agency);
        feed.put("kind", "contacts");
        web.put()
                .uri("/journeys/feeds/" + agency + "-contacts")
                .headers(headers -> headers.setBearerAuth(TOKENS.agency(agency)))
                .bodyValue(feed)
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Pushes contacts, without the header, and waits until the delivery has ended; returns its report. */
    public JsonNode deliver(String agency, String rows) throws InterruptedException {
        return deliver(agency, "contacts.csv", rows.lines().count(), (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    /** Pushes a file as it is with its control total, and waits until the delivery has ended; returns its report. */
    public JsonNode deliver(String agency, String name, long rows, byte[] file) throws InterruptedException {
        String path = "/journeys/feeds/" + agency + "-contacts/deliveries";
        byte[] body = web.post()
                .uri(path + "?name=" + name + "&rows=" + rows)
                .headers(headers -> headers.setBearerAuth(TOKENS.agency(agency)))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(file)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBody();
        String id = JSON.readTree(Objects.requireNonNull(body)).path("id").asString();
        return when(
                path + "/" + id,
                TOKENS.agency(agency),
                report -> !report.path("status").asString().matches("received|reading"));
    }

    public JsonNode get(String path, String role) {
        return JSON.readTree(text(path, role));
    }

    /** The answer as it comes. */
    public String text(String path, String role) {
        return answer(path, headers -> headers.setBearerAuth(TOKENS.role(role)), 200);
    }

    /** An answer for a stated purpose, as it is. */
    public String text(String path, String role, String purpose) {
        return answer(
                path,
                headers -> {
                    headers.setBearerAuth(TOKENS.role(role));
                    headers.set("X-Purpose", purpose);
                },
                200);
    }

    /** The problem that is answered with the status. */
    public JsonNode refused(String path, String role, int status) {
        return JSON.readTree(answer(path, headers -> headers.setBearerAuth(TOKENS.role(role)), status));
    }

    private String answer(String path, Consumer<HttpHeaders> headers, int status) {
        byte[] body = web.get()
                .uri(path)
                .headers(headers)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    public String csv(String path, String role) {
        byte[] body = web.get()
                .uri(path)
                .accept(MediaType.parseMediaType("text/csv"))
                .headers(headers -> headers.setBearerAuth(TOKENS.role(role)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/csv")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    public JsonNode put(String path, Object body) {
        byte[] answer = web.put()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TOKENS.role("steward")))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(answer));
    }

    /** The answer to a body, which must have the status. */
    public JsonNode post(String path, Object body, String role, int status) {
        byte[] answer = web.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TOKENS.role(role)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(answer));
    }

    /** What a practitioner sees of a person's contacts, once it is as expected. */
    public JsonNode pathwayWhen(UUID person, Predicate<JsonNode> expected) throws InterruptedException {
        return when("/people/" + person + "/contacts", TOKENS.role("practitioner"), expected);
    }

    /** The answer, once it is as expected. */
    public JsonNode when(String path, String token, Predicate<JsonNode> expected) throws InterruptedException {
        Instant begun = Instant.now();
        JsonNode answer = JSON.createObjectNode();
        while (Duration.between(begun, Instant.now()).compareTo(PATIENCE) < 0) {
            byte[] body = web.get()
                    .uri(path)
                    .headers(headers -> {
                        headers.setBearerAuth(token);
                        headers.set("X-Purpose", "direct-care");
                    })
                    .exchange()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            answer = JSON.readTree(Objects.requireNonNull(body));
            if (expected.test(answer)) {
                return answer;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(path + " did not become as expected within " + PATIENCE + " but is " + answer);
    }

    public WebTestClient web() {
        return web;
    }
}
