package org.totalplace.local.load;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The place's API as its callers use it: through the gateway, each with a token of its own. What the gateway cannot
 * answer for the moment is asked again a few times, which is safe because every request here may be repeated.
 */
public final class Door {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<Integer> FOR_THE_MOMENT = Set.of(429, 502, 503, 504);
    private static final int ATTEMPTS = 8;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String gateway;
    private final Tokens tokens;

    /**
     * Opens nothing yet.
     *
     * @param gateway for example {@code http://localhost:8080}
     * @param issuer of the tokens, for example {@code http://localhost:9000}
     */
    public Door(String gateway, String issuer) {
        this.gateway = gateway;
        this.tokens = new Tokens(http, issuer);
    }

    /** Reads a resource as the client. */
    public JsonNode get(String client, String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(client, path).GET();
        headers.forEach(request::header);
        return json(send(request));
    }

    /** Sets a resource as the client. */
    public JsonNode put(String client, String path, Object body) {
        return json(send(request(client, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(ExactJson.MAPPER.writeValueAsString(body)))));
    }

    /** Says something as the client and returns the answer. */
    JsonNode send(String client, String path, Object body) {
        return json(send(request(client, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ExactJson.MAPPER.writeValueAsString(body)))));
    }

    /** Asks for something to be done as the client and returns the path of what came of it, if the answer names one. */
    public Optional<String> post(String client, String path) {
        return location(send(request(client, path).POST(HttpRequest.BodyPublishers.noBody())));
    }

    /** Hands in a file as it is and returns the path of its report. */
    public Optional<String> post(String client, String path, Path file, String mediaType) {
        try {
            return location(send(request(client, path)
                    .header("Content-Type", mediaType)
                    .POST(HttpRequest.BodyPublishers.ofFile(file))));
        } catch (FileNotFoundException absent) {
            throw new LoadFailure("The file " + file + " is missing: delete the sample folder and start again.");
        }
    }

    private static Optional<String> location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> URI.create(address).getPath());
    }

    /** The status with which an address of the gateway answers somebody without a token. */
    public int statusOf(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
                    .timeout(PATIENCE)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new LoadFailure("The gateway does not answer at " + gateway + path + ": " + broken.getMessage());
        } catch (InterruptedException interrupted) {
            throw interruption();
        }
    }

    private HttpRequest.Builder request(String client, String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.of(client));
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<String> answer = once(request);
        for (int attempt = 1; attempt < ATTEMPTS && FOR_THE_MOMENT.contains(answer.statusCode()); attempt++) {
            pause(Duration.ofMillis(250L * attempt));
            answer = once(request);
        }
        if (answer.statusCode() >= 300) {
            throw new LoadFailure("%s %s was answered with %d: %s"
                    .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private HttpResponse<String> once(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new LoadFailure("%s %s got no answer: %s".formatted(request.method(), request.uri(), broken));
        } catch (InterruptedException interrupted) {
            throw interruption();
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return answer.body().isBlank() ? ExactJson.MAPPER.createObjectNode() : ExactJson.MAPPER.readTree(answer.body());
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            throw interruption();
        }
    }

    private static LoadFailure interruption() {
        Thread.currentThread().interrupt();
        return new LoadFailure("The loading was interrupted; starting again continues it.");
    }
}
