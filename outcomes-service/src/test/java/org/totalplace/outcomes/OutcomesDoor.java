package org.totalplace.outcomes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.local.servers.TokenIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the running service as its users do. */
public final class OutcomesDoor {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TokenIssuer TOKENS = TokenIssuer.shared();
    private static final JsonMapper JSON = new JsonMapper();

    private final WebTestClient web;

    public OutcomesDoor(int port) {
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .responseTimeout(PATIENCE)
                .build();
    }

    public void define(String measure, String polarity, String domain) {
        web.put()
                .uri("/outcomes/measures/" + measure)
                .headers(headers -> headers.setBearerAuth(TOKENS.role("steward")))
                .bodyValue(Map.of(
                        "name",
                        measure,
                        "definition",
                        "A reading for tests",
                        "unit",
                        "score 0-10",
                        "polarity",
                        polarity,
                        "domain",
                        domain,
                        "minimum",
                        0,
                        "maximum",
                        10))
                .exchange()
                .expectStatus()
                .isOk();
    }

    public void register(String feed, String agency) {
        web.put()
                .uri("/outcomes/feeds/" + feed)
                .headers(headers -> headers.setBearerAuth(TOKENS.agency(agency)))
                .bodyValue(Map.of("agency", agency, "kind", "outcomes"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Pushes the file and waits until it has ended; returns its report. */
    public JsonNode deliver(String feed, String agency, String csv) throws InterruptedException {
        return ended(feed, agency, push(feed, agency, csv));
    }

    public String push(String feed, String agency, String csv) {
        byte[] body = web.post()
                .uri("/outcomes/feeds/" + feed + "/deliveries?name=outcomes.csv")
                .headers(headers -> headers.setBearerAuth(TOKENS.agency(agency)))
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue(csv)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(body)).path("id").asString();
    }

    /** The combined view, once it satisfies the condition. */
    public JsonNode viewWhen(UUID person, Predicate<JsonNode> condition) throws InterruptedException {
        Instant begun = Instant.now();
        JsonNode view = JSON.createObjectNode();
        while (Duration.between(begun, Instant.now()).compareTo(PATIENCE) < 0) {
            view = view(person);
            if (condition.test(view)) {
                return view;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("The view did not become as expected within " + PATIENCE + " but is " + view);
    }

    public JsonNode view(UUID person) {
        byte[] body = web.get()
                .uri("/people/" + person)
                .headers(headers -> {
                    headers.setBearerAuth(TOKENS.role("practitioner"));
                    headers.set("X-Purpose", "direct-care");
                })
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(body));
    }

    /** Asks in a role. */
    public Answer get(String role, String path) {
        return answer(web.get().uri(path).headers(headers -> as(headers, role)));
    }

    /** Posts JSON, or another type, in a role; a practitioner does so for direct care. */
    public Answer post(String role, String path, String type, Object body) {
        return answer(web.post()
                .uri(path)
                .headers(headers -> as(headers, role))
                .contentType(MediaType.parseMediaType(type))
                .bodyValue(body));
    }

    public Answer put(String role, String path, Object body) {
        return answer(web.put().uri(path).headers(headers -> as(headers, role)).bodyValue(body));
    }

    public Answer delete(String role, String path) {
        return answer(web.delete().uri(path).headers(headers -> as(headers, role)));
    }

    /** A token of the citizen whose account is tied to the agency's record. */
    public String citizen(String agency, String reference) {
        return TOKENS.citizen(agency, reference);
    }

    /** Asks as the bearer of a token, to see what is held about themselves. */
    public Answer getAs(String token, String path) {
        return answer(web.get().uri(path).headers(headers -> own(headers, token)));
    }

    public Answer postAs(String token, String path, Object body) {
        return answer(web.post()
                .uri(path)
                .headers(headers -> own(headers, token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body));
    }

    public Answer sendAs(String token, HttpMethod method, String path, Object body) {
        return answer(web.method(method)
                .uri(path)
                .headers(headers -> own(headers, token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body));
    }

    /** Asks without a token. */
    public Answer getAsNobody(String path, MediaType accept) {
        return answer(web.get().uri(path).accept(accept));
    }

    public Answer getAsNobody(String path) {
        return getAsNobody(path, MediaType.APPLICATION_JSON);
    }

    public Answer postAsNobody(String path, Object body) {
        return answer(
                web.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body));
    }

    public JsonNode viewAs(String token, UUID person) {
        return getAs(token, "/people/" + person).json();
    }

    private static void own(HttpHeaders headers, String token) {
        headers.setBearerAuth(token);
        headers.set("X-Purpose", "subject-access");
    }

    /** What the service answered. */
    public record Answer(int status, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** The report of a delivery once it has ended. */
    public JsonNode ended(String feed, String agency, String id) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            JsonNode report = report("/outcomes/feeds/" + feed + "/deliveries/" + id, TOKENS.agency(agency));
            String status = report.path("status").asString();
            if (!Set.of("received", "reading", "confirmed").contains(status)) {
                return report;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The delivery did not end within " + PATIENCE);
    }

    private static void as(HttpHeaders headers, String role) {
        boolean known = Set.of(
                        "practitioner", "steward", "auditor", "board", "analyst", "safeguarding", "communications")
                .contains(role);
        headers.setBearerAuth(known ? TOKENS.role(role) : TOKENS.agency(role));
        headers.set("X-Purpose", role.equals("safeguarding") ? "safeguarding" : "direct-care");
    }

    private static Answer answer(WebTestClient.RequestHeadersSpec<?> request) {
        var result = request.exchange().expectBody().returnResult();
        byte[] body = result.getResponseBody();
        return new Answer(result.getStatus().value(), body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    public WebTestClient web() {
        return web;
    }

    private JsonNode report(String path, String token) {
        byte[] body = web.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(body));
    }
}
