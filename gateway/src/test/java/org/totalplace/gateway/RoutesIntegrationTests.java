package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesIntegrationTests extends GatewayStack {

    @BeforeEach
    void everyServiceAnswers() {
        for (WireMockServer service : List.of(SPEND, JOURNEY, OUTCOMES)) {
            service.stubFor(any(anyUrl()).willReturn(okJson("{\"personId\": \"" + SOMEBODY + "\"}")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/spend/whole-area?year=2024-25, spend",
        "/api/v1/versions/r1/changes?to=r2, spend",
        "/api/v1/journeys/maps, journey",
        "/api/v1/services?search=soup, journey",
        "/api/v1/services/0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11, journey",
        "/api/v1/taxonomy_terms, journey",
        "/api/v1/directory/sources, journey",
        "/api/v1/circles/resources?year=2024-25, journey",
        "/api/v1/circles/county/requests/1b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11/matches, journey",
        "/api/v1/people/0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11/circles, journey",
        "/api/v1/people?agency=county&reference=77, journey",
        "/api/v1/people/doubtful, journey",
        "/api/v1/people/0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11/contacts, journey",
        "/api/v1/people/0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11/links, journey",
        "/api/v1/people/0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11, outcomes",
        "/api/v1/people/0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11/changes, outcomes",
        "/api/v1/outcomes/measures, outcomes",
        "/api/v1/voice/suggestions, outcomes",
    })
    void a_read_reaches_its_service_as_it_was_asked(String asked, String service) {
        web().get()
                .uri(asked)
                .headers(headers -> headers.setBearerAuth(Tokens.of("steward")))
                .header("X-Purpose", "safeguarding")
                .header("Cookie", "SESSION=abc")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("X-Trace-Id");

        named(service).verify(1, getRequestedFor(urlEqualTo(asked)).withHeader("Cookie", absent()));
        assertThat(List.of(SPEND, JOURNEY, OUTCOMES).stream()
                        .mapToInt(each -> each.getAllServeEvents().size())
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void a_request_keeps_its_trace_on_its_way_through_routes_and_pages() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";

        web().get()
                .uri("/api/v1/spend/agencies")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .header("traceparent", traceparent)
                .exchange()
                .expectHeader()
                .valueEquals("X-Trace-Id", trace);
        web().get()
                .uri("/voice")
                .header("traceparent", traceparent)
                .exchange()
                .expectHeader()
                .valueEquals("X-Trace-Id", trace);

        SPEND.verify(1, getRequestedFor(anyUrl()).withHeader("traceparent", equalTo(traceparent)));
        OUTCOMES.verify(
                moreThanOrExactly(1), getRequestedFor(anyUrl()).withHeader("traceparent", equalTo(traceparent)));
    }

    @Test
    void a_goal_of_a_person_reaches_the_outcomes_service_with_its_purpose() {
        String goals = "/api/v1/people/" + SOMEBODY + "/goals";

        web().post()
                .uri(goals)
                .headers(headers -> headers.setBearerAuth(Tokens.of("steward")))
                .header("X-Purpose", "safeguarding")
                .bodyValue("{\"text\": \"See the sea\"}")
                .exchange()
                .expectStatus()
                .isOk();

        OUTCOMES.verify(postRequestedFor(urlEqualTo(goals)).withHeader("X-Purpose", equalTo("safeguarding")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decisions", "erasures"})
    void what_a_steward_decides_reaches_the_journeys_service_with_its_body(String what) {
        web().post()
                .uri("/api/v1/people/" + what)
                .headers(headers -> headers.setBearerAuth(Tokens.of("steward")))
                .bodyValue("{\"decision\": \"join\"}")
                .exchange()
                .expectStatus()
                .isOk();

        JOURNEY.verify(postRequestedFor(urlEqualTo("/api/v1/people/" + what))
                .withRequestBody(equalTo("{\"decision\": \"join\"}")));
    }

    @Test
    void an_address_of_the_api_that_nothing_answers_is_told_as_a_problem() {
        web().get()
                .uri("/api/v1/nothing")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
    }

    @Test
    void the_services_describe_their_api_to_anybody() {
        web().get().uri("/docs/openapi/spend").exchange().expectStatus().isOk();

        SPEND.verify(getRequestedFor(urlEqualTo("/v3/api-docs")));
        web().get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/v1/people/{id}/usage']")
                .exists();
        web().get().uri("/docs").exchange().expectStatus().is3xxRedirection();
        web().get().uri("/swagger-ui/index.html").exchange().expectStatus().isOk();
        web().get()
                .uri("/v3/api-docs/swagger-config")
                .exchange()
                .expectBody()
                .jsonPath("$.urls[?(@.url == '/docs/openapi/spend')].name")
                .isEqualTo("Spending");
    }

    private static WireMockServer named(String service) {
        return switch (service) {
            case "spend" -> SPEND;
            case "journey" -> JOURNEY;
            default -> OUTCOMES;
        };
    }
}
