package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class ServicesAwayIntegrationTests extends GatewayStack {

    private static final String FEED = "/api/v1/spend/feeds/county-payments/deliveries";

    @Test
    void a_service_that_is_down_is_named_in_plain_words() throws Exception {
        SPEND.stop();
        try {
            read().expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .contentType("application/problem+json")
                    .expectHeader()
                    .valueEquals("Retry-After", "5")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("service-away")
                    .jsonPath("$.detail")
                    .isEqualTo("The spending service is not answering at the moment. Try again in a minute.");
            assertThat(told(write())).contains("Nothing was sent to it");
        } finally {
            SPEND.start();
        }
    }

    @Test
    void a_table_and_what_a_page_watches_say_so_too() {
        SampleAnswers.areGiven();
        IDENTITY_PROVIDER.signsIn("practitioner");
        Browser browser = new Browser(port);
        browser.open("/people");
        HttpResponse<String> why = browser.open("/people/" + SOMEBODY);
        browser.submit(why, "/people/" + SOMEBODY + "/purpose", Map.of("purpose", "direct-care"));
        OUTCOMES.stop();
        try {
            HttpResponse<String> watched = browser.open("/people/" + SOMEBODY + "/changes");
            assertThat(watched.statusCode()).isEqualTo(503);
            assertThat(watched.body()).contains("The outcomes service is not answering at the moment");
        } finally {
            OUTCOMES.start();
        }
        IDENTITY_PROVIDER.signsIn("board");
        Browser board = new Browser(port);
        board.open("/place?year=2024-25");
        SPEND.stop();
        try {
            HttpResponse<String> table = board.open("/place/agencies.csv?year=2024-25");
            assertThat(table.statusCode()).isEqualTo(503);
            assertThat(table.body()).contains("The spending service is not answering at the moment");
        } finally {
            SPEND.start();
        }
    }

    @Test
    void a_look_at_the_headers_alone_is_no_write() {
        SPEND.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        for (int i = 0; i < 10; i++) {
            web().head()
                    .uri("/api/v1/spend/agencies")
                    .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503);
        }
        SPEND.resetAll();
        SPEND.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        read().expectStatus().isEqualTo(503);
        write().expectStatus().isOk();
    }

    @Test
    void a_read_that_breaks_is_asked_again() {
        SPEND.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        read().expectStatus().isEqualTo(503);

        SPEND.verify(3, getRequestedFor(anyUrl()));
    }

    @Test
    void a_write_that_breaks_is_sent_once_and_nobody_claims_to_know_what_became_of_it() {
        SPEND.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(told(write())).contains("stopped answering before it said whether it took what you sent");

        SPEND.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void what_a_service_refuses_is_passed_on_as_it_said_it() {
        SPEND.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"code\": \"already-confirmed\"}")));

        write().expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("already-confirmed");
    }

    @Test
    void after_repeated_silence_it_is_left_alone_for_a_while() {
        SPEND.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        for (int i = 0; i < 10; i++) {
            read().expectStatus().isEqualTo(503);
        }
        SPEND.resetAll();
        SPEND.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        read().expectStatus().isEqualTo(503);

        assertThat(SPEND.getAllServeEvents()).isEmpty();
    }

    private WebTestClient.ResponseSpec read() {
        return web().get()
                .uri("/api/v1/spend/agencies")
                .headers(headers -> headers.setBearerAuth(Tokens.of("analyst")))
                .exchange();
    }

    private WebTestClient.ResponseSpec write() {
        return web().post()
                .uri(FEED)
                .headers(headers -> headers.setBearerAuth(Tokens.of("agency")))
                .bodyValue("date,amount\n")
                .exchange();
    }

    private static String told(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
