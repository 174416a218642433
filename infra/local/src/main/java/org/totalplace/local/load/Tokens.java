package org.totalplace.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the demonstration clients, each fetched once while it lasts. */
final class Tokens {

    private static final long KEPT = Duration.ofMinutes(20).toNanos();

    private final HttpClient http;
    private final String issuer;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Tokens(HttpClient http, String issuer) {
        this.http = http;
        this.issuer = issuer;
    }

    String of(String client) {
        return tokens.compute(client, (name, kept) -> kept == null || kept.isOld() ? fetch(name) : kept)
                .text();
    }

    private Token fetch(String client) {
        String credentials = Base64.getEncoder().encodeToString((client + ":demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new LoadFailure("The identity provider gave %s no token: %d %s"
                        .formatted(client, answer.statusCode(), answer.body()));
            }
            String text = JsonMapper.shared()
                    .readTree(answer.body())
                    .get("access_token")
                    .asString();
            return new Token(text, System.nanoTime());
        } catch (IOException broken) {
            throw new LoadFailure("The identity provider does not answer at " + issuer + ": " + broken.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("The loading was interrupted; starting again continues it.");
        }
    }

    private record Token(String text, long fetched) {

        boolean isOld() {
            return System.nanoTime() - fetched > KEPT;
        }
    }
}
