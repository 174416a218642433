package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class WhoLookedIntegrationTests extends GatewayStack {

    private static final String PEOPLE = "/api/v1/people/";
    private static final String FORMER = "1b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a12";

    @BeforeEach
    void somebodyLooksAtBoth() {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        look("direct-care", FORMER);
        look("safeguarding", SOMEBODY);
    }

    @Nested
    class AfterAJoin {

        @Test
        void looks_at_the_part_that_was_joined_in_are_read_with_the_id_that_it_had() {
            bore("{\"id\": \"" + SOMEBODY + "\"}", "{\"id\": \"" + FORMER + "\"}");

            assertThat(lookedAt(SOMEBODY))
                    .extracting(Look::purpose, Look::person)
                    .containsExactly(Tuple.tuple("safeguarding", null), Tuple.tuple("direct-care", FORMER));
        }

        @Test
        void an_auditor_who_asks_by_the_id_of_before_reads_what_was_looked_at_under_it() {
            JOURNEY.stubFor(get(urlPathEqualTo(PEOPLE + FORMER + "/ids"))
                    .willReturn(temporaryRedirect(PEOPLE + SOMEBODY + "/ids")));

            assertThat(lookedAt(FORMER)).extracting(Look::purpose).containsExactly("direct-care");
        }
    }

    @Nested
    class AfterASplit {

        /** Whoever left with a new id is still told of looks while they were together. */
        @Test
        void looks_at_the_other_after_it_are_the_others_alone() {
            bore(
                    "{\"id\": \"" + SOMEBODY + "\"}",
                    "{\"id\": \"" + FORMER + "\", \"since\": \"2020-01-01T00:00:00Z\", \"until\": \""
                            + Instant.now().plusSeconds(60) + "\"}");
            assertThat(lookedAt(SOMEBODY)).hasSize(2);

            bore(
                    "{\"id\": \"" + SOMEBODY + "\"}",
                    "{\"id\": \"" + FORMER + "\", \"since\": \"2020-01-01T00:00:00Z\","
                            + " \"until\": \"2021-01-01T00:00:00Z\"}");
            assertThat(lookedAt(SOMEBODY)).extracting(Look::person).containsOnlyNulls();
        }
    }

    @Test
    void a_list_that_may_lack_some_is_not_shown() throws Exception {
        JOURNEY.stubFor(any(anyUrl()).willReturn(serverError()));

        ask("auditor", "audit", PEOPLE + SOMEBODY + "/usage")
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ids-unknown");
        assertThat(usage()).hasSize(2);
    }

    @Test
    void those_whose_looks_they_are_do_not_read_them() {
        ask("practitioner", "direct-care", PEOPLE + SOMEBODY + "/usage")
                .expectStatus()
                .isForbidden();
        ask("steward", "safeguarding", PEOPLE + SOMEBODY + "/usage")
                .expectStatus()
                .isForbidden();
    }

    /** Somebody who works with people, and is one of the place too, reads of their own only. */
    @Test
    void a_practitioner_who_is_a_citizen_reads_who_looked_at_themselves() {
        String both = Tokens.changed(
                "practitioner",
                claims -> claims.claim("realm_access", Map.of("roles", List.of("citizen", "practitioner"))));
        JOURNEY.stubFor(get(urlPathEqualTo(PEOPLE + "me")).willReturn(okJson("{\"personId\": \"" + SOMEBODY + "\"}")));

        asking(both, "subject-access", PEOPLE + SOMEBODY + "/usage")
                .expectStatus()
                .isOk();
        asking(both, "direct-care", PEOPLE + FORMER + "/usage")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-your-own");
    }

    private static void bore(String... ids) {
        JOURNEY.stubFor(get(urlPathEqualTo(PEOPLE + SOMEBODY + "/ids"))
                .willReturn(okJson("{\"ids\": [" + String.join(",", ids) + "]}")));
    }

    private void look(String purpose, String person) {
        ask("practitioner", purpose, PEOPLE + person).expectStatus().isOk();
    }

    /** All but the lists of looks themselves. */
    private List<Look> lookedAt(String person) {
        Looks looks = ask("auditor", "audit", PEOPLE + person + "/usage")
                .expectStatus()
                .isOk()
                .expectBody(Looks.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(looks).results().stream()
                .filter(look -> !look.purpose().equals("audit"))
                .toList();
    }

    private WebTestClient.ResponseSpec ask(String role, String purpose, String path) {
        return asking(Tokens.of(role), purpose, path);
    }

    private WebTestClient.ResponseSpec asking(String token, String purpose, String path) {
        return web().get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .header("X-Purpose", purpose)
                .exchange();
    }

    private record Looks(List<Look> results) {}

    private record Look(String purpose, @Nullable String person) {}
}
