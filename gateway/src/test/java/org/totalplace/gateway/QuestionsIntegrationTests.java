package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class QuestionsIntegrationTests extends GatewayStack {

    private static final String QUESTION = """
            {"dataset": "spending", "version": "r7", "filters": {"year": "2024-25", "agency": "county"},
             "groupings": ["month"], "measures": ["amount"]}
            """;
    private static final String CALL = "/api/v1/spend/totals?agency=county&groupBy=month&version=r7&year=2024-25";

    @BeforeEach
    void theServicesAnswer() {
        SPEND.stubFor(any(anyUrl())
                .willReturn(okJson("{\"results\": [1]}").withHeader("Link", "</elsewhere>; rel=\"describedby\"")));
    }

    private WebTestClient.ResponseSpec asked(String who, String question) {
        return web().post()
                .uri("/api/v1/questions")
                .headers(headers -> headers.setBearerAuth(Tokens.of(who)))
                .header("Content-Type", "application/json")
                .header("Accept", "text/csv")
                .bodyValue(question)
                .exchange();
    }

    @Test
    void a_question_is_asked_of_the_service_as_the_call_that_answers_it() {
        asked("analyst", QUESTION)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Location", CALL)
                .expectBody()
                .json("{\"results\": [1]}");

        SPEND.verify(
                1,
                getRequestedFor(urlEqualTo(CALL))
                        .withHeader("Accept", equalTo("text/csv"))
                        .withHeader("Content-Type", absent()));
    }

    @Test
    void its_answer_comes_in_pages_by_the_cursor_of_the_page_before() {
        asked("analyst", QUESTION.replace("\"dataset\"", "\"limit\": 2, \"cursor\": \"next\", \"dataset\""))
                .expectStatus()
                .isOk();
        String id = Objects.requireNonNull(asked("analyst", QUESTION)
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Question-Id"));
        web().get()
                .uri("/api/v1/questions/" + id + "?cursor=later")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .exchange()
                .expectStatus()
                .isOk();

        SPEND.verify(
                1,
                getRequestedFor(urlEqualTo("/api/v1/spend/totals?agency=county&cursor=next&groupBy=month&limit=2"
                        + "&version=r7&year=2024-25")));
        SPEND.verify(
                1,
                getRequestedFor(urlEqualTo(
                        "/api/v1/spend/totals?agency=county&cursor=later&groupBy=month&version=r7&year=2024-25")));
    }

    @Test
    void its_id_asks_it_again() {
        EntityExchangeResult<byte[]> first =
                asked("analyst", QUESTION).expectBody().returnResult();
        String id = Objects.requireNonNull(first.getResponseHeaders().getFirst("Question-Id"));

        web().get()
                .uri("/api/v1/questions/" + id)
                .headers(headers -> headers.setBearerAuth(Tokens.of("board")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Question-Id", id)
                .expectHeader()
                .values(
                        "Link",
                        links -> assertThat(links)
                                .containsExactlyInAnyOrder(
                                        "</elsewhere>; rel=\"describedby\"",
                                        "</api/v1/questions/" + id + ">; rel=\"bookmark\""));

        SPEND.verify(2, getRequestedFor(urlEqualTo(CALL)));
    }

    @Test
    void a_question_is_counted_as_the_read_that_it_is() {
        asked("analyst", QUESTION)
                .expectHeader()
                .value("RateLimit-Policy", policy -> assertThat(policy).startsWith("\"read\""));
    }

    @Test
    void nobody_asks_without_a_token() {
        web().post()
                .uri("/api/v1/questions")
                .bodyValue(QUESTION)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        web().get().uri("/api/v1/questions/VE9UQUxT").exchange().expectStatus().isUnauthorized();

        assertThat(SPEND.getAllServeEvents()).isEmpty();
    }

    @Test
    void what_cannot_be_asked_is_refused_with_code_path_and_what_is_allowed() {
        asked("analyst", "{\"dataset\": \"spending\", \"groupings\": [\"person\"]}")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-grouping")
                .jsonPath("$.errors[0].path")
                .isEqualTo("groupings[0]")
                .jsonPath("$.errors[0].allowed[5]")
                .isEqualTo("payee");
        asked("analyst", "{\"dataset\":").expectStatus().isBadRequest();
        asked("analyst", "").expectStatus().isBadRequest();
        asked("analyst", "[" + "1,".repeat(10_000) + "1]").expectStatus().isEqualTo(413);
        web().get()
                .uri("/api/v1/questions/nonsense")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(SPEND.getAllServeEvents()).isEmpty();
    }

    @Test
    void what_can_be_asked_is_told_and_described() {
        web().get()
                .uri("/api/v1/questions")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.results[0].dataset")
                .isEqualTo("spending")
                .jsonPath("$.results[0].answers[1].measures[3]")
                .isEqualTo("net");
        web().get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .jsonPath("$.paths['/api/v1/questions'].post.requestBody.content['application/json'].example.dataset")
                .isEqualTo("spending")
                .jsonPath("$.paths['/api/v1/questions/{id}'].get")
                .exists();
    }
}
