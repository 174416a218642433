package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class CitizensIntegrationTests extends GatewayStack {

    private static final String PEOPLE = "/api/v1/people/";
    private static final String OTHER = "1b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11";
    private static final String ME = "{\"personId\": \"" + SOMEBODY + "\"}";

    @BeforeEach
    void everybodyAnswers() {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        JOURNEY.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        JOURNEY.stubFor(any(urlPathMatching(PEOPLE + ".*/ids")).willReturn(okJson("{\"ids\": []}")));
        theyAre(okJson(ME));
    }

    @Test
    void read_all_that_is_held_about_themselves_and_each_read_is_recorded() throws Exception {
        List<String> paths = List.of("", "/changes", "/contacts", "/costs", "/ids", "/sources", "/usage");

        for (String path : paths) {
            ask(PEOPLE + SOMEBODY + path).expectStatus().isOk();
        }

        assertThat(usage())
                .containsExactlyElementsOf(paths.stream()
                        .map(path -> usageOf("citizen", "subject-access", "/api/v1/people/{id}" + path))
                        .toList());
    }

    @Test
    void are_told_who_they_are() throws Exception {
        ask(PEOPLE + "me").expectStatus().isOk().expectBody().json(ME);

        assertThat(usage()).containsExactly(usageOf("citizen", "subject-access", "/api/v1/people/me"));
    }

    @Test
    void read_nothing_of_anybody_else_however_the_path_is_spelt() throws Exception {
        for (String path : List.of(
                OTHER,
                OTHER.toUpperCase(java.util.Locale.ROOT),
                OTHER + "/usage",
                OTHER + "/contacts",
                "doubtful",
                "?agency=county&reference=1")) {
            isRefused(PEOPLE + path, 403, "not-your-own");
        }
        for (String path : List.of(
                "people/%31" + OTHER.substring(1),
                "people/" + OTHER + ";x=" + SOMEBODY,
                "people;x=1/" + OTHER,
                "people/;x/" + OTHER,
                "people/" + SOMEBODY + "/../" + OTHER)) {
            ask("/api/v1/" + path).expectStatus().isBadRequest();
        }

        assertThat(usage()).isEmpty();
        assertThat(OUTCOMES.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_role_beside_that_looks_at_nobody_opens_nothing() {
        String both = Tokens.changed(
                "citizen",
                claims -> claims.claim("realm_access", Map.of("roles", List.of("citizen", "analyst", "board"))));

        web().get()
                .uri(PEOPLE + OTHER)
                .headers(headers -> headers.setBearerAuth(both))
                .header("X-Purpose", "subject-access")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-your-own");
    }

    @Test
    void are_refused_when_their_account_is_tied_to_nobody() {
        theyAre(notFound());

        isRefused(PEOPLE + SOMEBODY, 403, "not-your-own");
    }

    @Test
    void see_their_new_person_as_soon_as_their_record_is_parted_from_the_old() {
        theyAre(okJson(ME.replace(SOMEBODY, OTHER)));

        isRefused(PEOPLE + SOMEBODY, 403, "not-your-own");
        ask(PEOPLE + OTHER).expectStatus().isOk();
    }

    @Test
    void contest_a_line_of_their_own_and_of_nobody_else() {
        contest(SOMEBODY).expectStatus().isOk();
        contest(OTHER).expectStatus().isForbidden();

        assertThat(OUTCOMES.getAllServeEvents()).hasSize(1);
    }

    @Nested
    class WhenNobodyCanSayWhoTheyAre {

        @Test
        void nothing_is_shown() throws Exception {
            theyAre(serverError());

            isRefused(PEOPLE + SOMEBODY, 503, "own-record-unknown");
            isRefused(PEOPLE + SOMEBODY + "/usage", 503, "own-record-unknown");

            assertThat(usage()).isEmpty();
        }
    }

    private static void theyAre(ResponseDefinitionBuilder answer) {
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people/me")).willReturn(answer));
    }

    private WebTestClient.ResponseSpec ask(String path) {
        return web().get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .headers(headers -> headers.setBearerAuth(Tokens.of("citizen")))
                .header("X-Purpose", "subject-access")
                .exchange();
    }

    private void isRefused(String path, int status, String code) {
        ask(path)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private WebTestClient.ResponseSpec contest(String person) {
        return web().post()
                .uri(PEOPLE + person + "/contests")
                .headers(headers -> headers.setBearerAuth(Tokens.of("citizen")))
                .header("X-Purpose", "subject-access")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"words\": \"Not so\"}")
                .exchange();
    }
}
