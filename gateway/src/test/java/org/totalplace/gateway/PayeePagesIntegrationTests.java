package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayeePagesIntegrationTests extends GatewayStack {

    private static final String DECISIONS = "/api/v1/spend/payees/decisions";
    private static final String THORNBY = "THORNBY D.C. & PARTNERS";

    private Browser browser = new Browser(0);

    @BeforeEach
    void aStewardSignsIn() {
        SampleAnswers.areGiven();
        SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/payees/suggestions")).willReturn(okJson("""
                {"results": [
                  {"payee": "THORNBY D.C. & PARTNERS", "normalised": "thornby d c partners", "spellings": 2,
                   "amount": 1234567.80, "lines": 1204, "candidates": [
                    {"agency": "district", "name": "Thornby District Council", "score": 0.812,
                     "evidence": "shares 'thornby'"},
                    {"body": "E07009999", "name": "Thornby Park Authority", "score": 0.401, "evidence": "shares 'thornby'"}]},
                  {"payee": "NORTHMOOR TRUST", "normalised": "northmoor trust", "spellings": 1, "amount": 10.00, "lines": 1,
                   "candidates": [{"agency": "county", "name": "Northmoor County Council", "score": 0.3, "evidence": "x"}]}],
                 "paging": {}}
                """)));
        SPEND.stubFor(post(urlPathEqualTo(DECISIONS)).willReturn(okJson("{\"results\": []}")));
        browser = new Browser(port);
        IDENTITY_PROVIDER.signsIn("steward");
    }

    @Test
    void the_name_with_most_money_comes_first_with_whom_it_might_mean() {
        assertThat(browser.open("/payees").body())
                .contains("THORNBY D.C. &amp; PARTNERS", "£1,234,567.80", "1,204", "Likeness 0.812: shares")
                .contains("Thornby District Council, an agency of the place", "No public body", "/payees?skip=1");
        assertThat(browser.open("/payees?skip=1").body())
                .contains("NORTHMOOR TRUST")
                .doesNotContain("skip=2");
    }

    @Test
    void the_queue_goes_on_beyond_its_first_hundred_names() {
        String names = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> "{\"payee\": \"NAME " + i + "\", \"spellings\": 1, \"amount\": 1.00, \"lines\": 1}")
                .collect(Collectors.joining(","));
        SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/payees/suggestions"))
                .willReturn(okJson("{\"results\": [" + names + "]}")));

        String last = browser.open("/payees?skip=99").body();
        String beyond = browser.open("/payees?skip=100").body();

        assertThat(last).contains("More than 100", "NAME 100</h2>", "/payees?skip=100");
        assertThat(beyond).contains("101 names wait", "NAME 101</h2>");
        SPEND.verify(getRequestedFor(urlPathEqualTo("/api/v1/spend/payees/suggestions"))
                .withQueryParam("limit", equalTo("201")));
    }

    @Test
    void a_decision_reaches_the_service_as_the_agency_the_body_or_none() {
        decide("agency:district");
        decide("body:E07009999");
        HttpResponse<String> after = decide("none");

        assertThat(after.body()).contains("the figures follow at once");
        sent("\"agency\": \"district\"");
        sent("\"body\": \"E07009999\"");
        sent("\"none\": true");
    }

    @Test
    void what_is_missing_is_said_and_nothing_is_sent() {
        HttpResponse<String> again =
                browser.submit(browser.open("/payees"), "/payees", Map.of("payee", "NORTHMOOR TRUST", "reason", ""));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Choose what the name means", "Say why; it is kept", "NORTHMOOR TRUST</h2>");
        SPEND.verify(0, postRequestedFor(urlPathEqualTo(DECISIONS)));
    }

    @Test
    void what_the_service_refuses_is_said_in_the_form() {
        SPEND.stubFor(post(urlPathEqualTo(DECISIONS))
                .willReturn(jsonResponse("{\"code\": \"redacted-payee\", \"detail\": \"Never by nobody.\"}", 409)));

        assertThat(decide("none").body()).contains("There is a problem", "Never by nobody.");
    }

    @Test
    void it_is_not_for_boards() {
        IDENTITY_PROVIDER.signsIn("board");

        assertThat(new Browser(port).open("/payees").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> decide(String meaning) {
        return browser.submit(
                browser.open("/payees"),
                "/payees",
                Map.of("payee", THORNBY, "meaning", meaning, "reason", "Their letter head"));
    }

    private static void sent(String meaning) {
        SPEND.verify(
                1,
                postRequestedFor(urlPathEqualTo(DECISIONS))
                        .withRequestBody(equalToJson("{\"payee\": \"" + THORNBY + "\", " + meaning
                                + ", \"reason\": \"Their letter head\"}")));
    }
}
