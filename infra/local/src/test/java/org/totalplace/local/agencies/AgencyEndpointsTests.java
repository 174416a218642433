package org.totalplace.local.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgencyEndpointsTests {

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private AgencyEndpoints endpoints;

    @BeforeEach
    void publish() throws IOException {
        Files.createDirectories(folder.resolve("feeds/spend"));
        Files.createDirectories(folder.resolve("truth"));
        Files.writeString(folder.resolve("feeds/spend/fire.csv"), "Date,Amount\n");
        Files.writeString(folder.resolve("truth/persons.csv"), "person\n");
        endpoints = AgencyEndpoints.start(0, folder);
    }

    @AfterEach
    void stop() {
        endpoints.close();
    }

    @Test
    void serves_a_feeds_file() throws Exception {
        HttpResponse<String> answer = get("/feeds/spend/fire.csv");

        assertThat(answer.body()).isEqualTo("Date,Amount\n");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv");
        assertThat(answer.headers().firstValue("Last-Modified").orElseThrow()).endsWith(" GMT");
    }

    @Test
    void says_when_nothing_has_changed() throws Exception {
        String tag = get("/feeds/spend/fire.csv").headers().firstValue("ETag").orElseThrow();

        assertThat(get("/feeds/spend/fire.csv", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void keeps_the_truth_to_itself() throws Exception {
        assertThat(get("/truth/persons.csv").statusCode()).isEqualTo(404);
        assertThat(get("/feeds/../truth/persons.csv").statusCode()).isEqualTo(404);
        assertThat(get("/feeds/%2e%2e/truth/persons.csv").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + endpoints.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
