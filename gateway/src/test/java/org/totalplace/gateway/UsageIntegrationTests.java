package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.totalplace.value.PersonId;

class UsageIntegrationTests extends GatewayStack {

    private static final String PERSON = "/api/v1/people/" + SOMEBODY;
    private static final String SECRET = "in debt since March";

    @Test
    void a_read_that_succeeds_has_exactly_one_record() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson(view())));

        ask("practitioner", "direct-care", PERSON)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .json(view());

        assertThat(usage()).containsExactly(usageOf("practitioner", "direct-care", "/api/v1/people/{id}"));
    }

    @Test
    void an_agency_that_looks_is_recorded_with_its_roles() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson(view())));
        String token = Tokens.changed(
                "agency",
                claims -> claims.claim("realm_access", Map.of("roles", List.of("practitioner")))
                        .claim("agency", "county"));

        web().get()
                .uri(PERSON)
                .headers(headers -> headers.setBearerAuth(token))
                .header("X-Purpose", "safeguarding")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(usage())
                .containsExactly("county agency practitioner safeguarding /api/v1/people/{id} " + SOMEBODY + " t");
    }

    @Test
    void somebody_found_by_an_agencys_reference_is_recorded_without_the_reference() throws Exception {
        JOURNEY.stubFor(any(anyUrl()).willReturn(okJson("{\"personId\": \"" + SOMEBODY + "\"}")));

        ask("practitioner", "direct-care", "/api/v1/people?agency=county&reference=7781")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.personId")
                .isEqualTo(SOMEBODY);

        assertThat(usage()).containsExactly(usageOf("practitioner", "direct-care", "/api/v1/people"));
    }

    @Test
    void events_are_one_record_at_the_subscription() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okForContentType("text/event-stream", "data: 1\n\ndata: 2\n\n")));

        ask("practitioner", "direct-care", PERSON + "/changes")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("data: 1", "data: 2"));

        assertThat(usage()).containsExactly(usageOf("practitioner", "direct-care", "/api/v1/people/{id}/changes"));
    }

    @Test
    void an_event_log_of_many_is_recorded_without_a_person_and_only_for_its_own_purposes() throws Exception {
        JOURNEY.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        String log = "/api/v1/journeys/leaving/event-log?year=2024-25";

        ask("analyst", "evaluation", log).expectStatus().isOk();
        ask("practitioner", "direct-care", log).expectStatus().isForbidden();
        ask("analyst", "evaluation", PERSON).expectStatus().isForbidden();

        assertThat(usage()).containsExactly("- analyst analyst evaluation /api/v1/journeys/leaving/event-log t");
    }

    @Test
    void a_path_that_hides_whom_it_is_about_is_refused() throws Exception {
        for (String hidden : List.of("/api/v1/%70eople/" + SOMEBODY, PERSON.replace("-", "%2D"), PERSON + "/cost%73")) {
            web().get()
                    .uri(URI.create("http://127.0.0.1:" + port + hidden))
                    .headers(headers -> headers.setBearerAuth(Tokens.of("practitioner")))
                    .header("X-Purpose", "direct-care")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("path-not-plain");
        }

        assertThat(OUTCOMES.getAllServeEvents()).isEmpty();
        assertThat(JOURNEY.getAllServeEvents()).isEmpty();
    }

    @Test
    void whoever_contests_for_a_person_has_looked_at_them() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        web().post()
                .uri(PERSON + "/contests")
                .headers(headers -> headers.setBearerAuth(Tokens.of("practitioner")))
                .header("X-Purpose", "direct-care")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(usage()).containsExactly(usageOf("practitioner", "direct-care", "/api/v1/people/{id}/contests"));
    }

    @Test
    void who_says_of_a_need_flag_whom_it_is_about_is_recorded_with_them_as_with_any_look() throws Exception {
        String flag = "/api/v1/voice/triage/1b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11";
        OUTCOMES.stubFor(
                any(anyUrl()).willReturn(okJson("{\"stage\": \"taken-up\", \"personId\": \"" + SOMEBODY + "\"}")));
        triaged(flag, "safeguarding").expectStatus().isOk();
        triaged(flag, "direct-care").expectStatus().isForbidden();
        ask("safeguarding", "safeguarding", "/api/v1/voice/triage")
                .expectStatus()
                .isOk();
        ask("steward", "safeguarding", "/api/v1/voice/triage").expectStatus().isForbidden();
        ask("safeguarding", "safeguarding", PERSON).expectStatus().isForbidden();
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{\"stage\": \"dismissed\", \"personId\": null}")));
        triaged(flag, "safeguarding").expectStatus().isOk();

        // At home it may not be safe to read that somebody worried.
        assertThat(usage())
                .containsExactly(
                        usageOf("safeguarding", "safeguarding", "/api/v1/people/{id}"),
                        "- safeguarding safeguarding safeguarding /api/v1/voice/triage t",
                        "- safeguarding safeguarding safeguarding /api/v1/voice/triage/{flag} t");
    }

    private WebTestClient.ResponseSpec triaged(String flag, String purpose) {
        return web().post()
                .uri(flag)
                .headers(headers -> headers.setBearerAuth(Tokens.of("safeguarding")))
                .header("X-Purpose", purpose)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange();
    }

    @Test
    void claims_and_contests_are_recorded_without_a_person_unless_an_agency_reads_its_own() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{\"results\": []}")));

        ask("agency", "", "/api/v1/outcomes/claims/county").expectStatus().isOk();
        assertThat(usage()).isEmpty();
        ask("auditor", "audit", "/api/v1/outcomes/claims/county").expectStatus().isOk();
        ask("auditor", "audit", "/api/v1/outcomes/audit/claims?size=3")
                .expectStatus()
                .isOk();
        ask("auditor", "audit", "/api/v1/outcomes/contests/county?reference=7781")
                .expectStatus()
                .isOk();

        assertThat(usage())
                .containsExactly(
                        "- auditor auditor audit /api/v1/outcomes/claims/county t",
                        "- auditor auditor audit /api/v1/outcomes/audit/claims t",
                        "- auditor auditor audit /api/v1/outcomes/contests/county t");
    }

    @Test
    void who_writes_down_a_goal_is_recorded_as_having_looked() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        web().post()
                .uri(PERSON + "/goals")
                .headers(headers -> headers.setBearerAuth(Tokens.of("practitioner")))
                .header("X-Purpose", "direct-care")
                .bodyValue("{\"text\": \"See the sea\"}")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(usage()).containsExactly(usageOf("practitioner", "direct-care", "/api/v1/people/{id}/goals"));
    }

    @Test
    void a_read_that_finds_nobody_has_no_record() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(notFound()));

        ask("practitioner", "direct-care", PERSON).expectStatus().isNotFound();

        assertThat(usage()).isEmpty();
    }

    @Test
    void the_person_reads_who_looked_newest_first_page_by_page() throws Exception {
        OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson(view())));
        JOURNEY.stubFor(any(urlPathEqualTo(PERSON + "/costs")).willReturn(okJson("{}")));
        ask("practitioner", "direct-care", PERSON).expectStatus().isOk();
        ask("practitioner", "safeguarding", PERSON + "/costs").expectStatus().isOk();
        ask("auditor", "audit", PERSON).expectStatus().isOk();

        Looks first = looks(PERSON + "/usage?limit=2");
        Looks second = looks(PERSON + "/usage?limit=2&cursor=" + first.paging().next());

        assertThat(first.results())
                .extracting(Look::caller, Look::purpose, Look::what)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("auditor", "audit", "/api/v1/people/{id}"),
                        org.assertj.core.groups.Tuple.tuple(
                                "practitioner", "safeguarding", "/api/v1/people/{id}/costs"));
        assertThat(second.results()).extracting(Look::purpose).containsExactly("direct-care");
        assertThat(second.paging().next()).isNull();
        assertThat(usage()).hasSize(5);
    }

    @Nested
    class WhenNoPurposeIsStated {

        @Test
        void the_read_is_refused_unrecorded_and_the_service_is_not_asked() throws Exception {
            for (String path : List.of(
                    PERSON,
                    PERSON + "/contacts",
                    PERSON + "/costs",
                    PERSON + "/changes",
                    PERSON + "/usage",
                    "/api/v1/people?agency=county&reference=1",
                    "/api/v1/people/doubtful")) {
                web().get()
                        .uri(path)
                        .headers(headers -> headers.setBearerAuth(Tokens.of("practitioner")))
                        .exchange()
                        .expectStatus()
                        .isForbidden()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("purpose-required");
            }

            assertThat(usage()).isEmpty();
            assertThat(OUTCOMES.getAllServeEvents()).isEmpty();
            assertThat(JOURNEY.getAllServeEvents()).isEmpty();
        }

        @Test
        void a_purpose_that_the_role_may_not_have_is_none() {
            ask("board", "direct-care", PERSON)
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("purpose-not-allowed");
        }
    }

    @Nested
    class WhenTheRecordCannotBeWritten {

        @Test
        void nothing_of_the_answer_goes_out() throws Exception {
            OUTCOMES.stubFor(any(anyUrl()).willReturn(okJson(view()).withHeader("X-Inside", SECRET)));
            JOURNEY.stubFor(any(anyUrl()).willReturn(okJson(view())));
            DATABASE_LINE.cut();
            try {
                for (String path : List.of(PERSON, PERSON + "/links", "/api/v1/people?agency=county&reference=1")) {
                    ask("practitioner", "direct-care", path)
                            .expectStatus()
                            .isEqualTo(503)
                            .expectHeader()
                            .doesNotExist("X-Inside")
                            .expectBody(String.class)
                            .value(body -> assertThat(body)
                                    .contains("usage-not-recorded")
                                    .doesNotContain(SECRET));
                }
            } finally {
                DATABASE_LINE.mend();
            }

            assertThat(usage()).isEmpty();
            ask("practitioner", "direct-care", PERSON).expectStatus().isOk();
        }
    }

    private static String view() {
        return "{\"personId\": \"" + new PersonId(java.util.UUID.fromString(SOMEBODY)) + "\", \"doubts\": [\"" + SECRET
                + "\"]}";
    }

    private WebTestClient.ResponseSpec ask(String role, String purpose, String path) {
        return web().get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(Tokens.of(role)))
                .header("X-Purpose", purpose)
                .exchange();
    }

    private Looks looks(String path) {
        return Objects.requireNonNull(ask("auditor", "audit", path)
                .expectStatus()
                .isOk()
                .expectBody(Looks.class)
                .returnResult()
                .getResponseBody());
    }

    private record Looks(List<Look> results, Paging paging) {}

    private record Look(String caller, String purpose, String what) {}

    private record Paging(@org.jspecify.annotations.Nullable String next) {}
}
