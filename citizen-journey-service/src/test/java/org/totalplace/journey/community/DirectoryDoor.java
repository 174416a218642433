package org.totalplace.journey.community;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.local.servers.TokenIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The directory's API as stewards and the public reach it. */
public final class DirectoryDoor {

    private static final JsonMapper JSON = new JsonMapper();

    private final WebTestClient web;

    public DirectoryDoor(int port) {
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
    }

    public void register(String source) {
        put("steward", "/directory/sources/" + source, Map.of("name", "Directory " + source), 200);
    }

    /** Sends a file and returns the report, or the problem. */
    public JsonNode send(String source, String query, byte[] file, int status) {
        return JSON.readTree(text(web.post()
                .uri("/directory/sources/" + source + "/imports" + query)
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role("steward")))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(file)
                .exchange()
                .expectStatus()
                .isEqualTo(status)));
    }

    public JsonNode send(String source, String query, String file) {
        return send(source, query, file.getBytes(StandardCharsets.UTF_8), 201);
    }

    /** Has something done as the steward. */
    public JsonNode post(String path, int status) {
        return JSON.readTree(text(web.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role("steward")))
                .exchange()
                .expectStatus()
                .isEqualTo(status)));
    }

    /** Asks without a token. */
    public JsonNode open(String path, int status) {
        return JSON.readTree(text(web.get().uri(path).exchange().expectStatus().isEqualTo(status)));
    }

    public JsonNode get(String role, String path, int status) {
        return JSON.readTree(text(web.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role(role)))
                .exchange()
                .expectStatus()
                .isEqualTo(status)));
    }

    public JsonNode put(String role, String path, Object body, int status) {
        return JSON.readTree(text(web.put()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TokenIssuer.shared().role(role)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)));
    }

    private static String text(WebTestClient.ResponseSpec answer) {
        byte[] body = Objects.requireNonNullElse(
                answer.expectBody().returnResult().getResponseBody(), "null".getBytes(StandardCharsets.UTF_8));
        return new String(body, StandardCharsets.UTF_8);
    }
}
