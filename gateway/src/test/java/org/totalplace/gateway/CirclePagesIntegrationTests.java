package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CirclePagesIntegrationTests extends GatewayStack {

    private static final String HELPER = "2b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a12";
    private static final String REQUEST = "3b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a13";
    private static final String INTRODUCTION = "4b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a14";
    private static final String OFFICE = "/api/v1/circles/district";

    @BeforeEach
    void aCircle() {
        SampleAnswers.areGiven();
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/circles")).willReturn(okJson("""
                {"results": [{"circle": "district", "name": "Thornby Circle", "needs": ["dbs", "identity"],
                  "members": {"value": 40, "symbol": null}, "helpers": {"value": null, "symbol": "c"},
                  "skills": ["garden", "lifts"]}]}""")));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/circles/resources")).willReturn(okJson(community(""))));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/circles/resources"))
                .withQueryParam("valuation", equalTo("wage"))
                .willReturn(okJson(community("""
                        , "valuation": {"code": "wage", "name": "What a wage would be", "source": "A survey",
                           "priceYear": "2024-25", "anHour": 12.47, "worth": 15089.00}"""))));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/circles/valuations")).willReturn(okJson("""
                {"results": [{"code": "wage", "name": "What a wage would be", "source": "A survey",
                  "priceYear": "2024-25", "anHour": 12.47}]}""")));
        members("members", """
                {"member": "%s", "circle": "district", "name": "Thornby Circle", "joinedOn": "2024-05-01",
                 "help": {"skills": ["garden"], "times": ["tue-morning"], "reach": 5},
                 "clearedUntil": "2026-01-31", "given": 90, "received": 120, "balance": -30}""".formatted(HELPER));
        members("requests", """
                {"request": "%s", "member": "%s", "skill": "garden", "times": ["tue-morning"],
                 "neededOn": "2025-06-10", "askedOn": "2025-06-01"}""".formatted(REQUEST, SOMEBODY));
        members("introductions", introduction("accepted"));
        JOURNEY.stubFor(get(urlPathEqualTo(OFFICE + "/requests/" + REQUEST + "/matches"))
                .willReturn(okJson("""
                        {"results": [{"helper": "%s", "kilometres": 2, "times": ["tue-morning"], "languages": ["en"],
                          "metBefore": 1, "busy": 0, "clearedUntil": "2026-01-31"}],
                         "leftOut": {"no-valid-check": 3}}""".formatted(HELPER))));
    }

    @Test
    void everybody_reads_of_the_circle_and_its_hours_without_an_account() {
        HttpResponse<String> page = new Browser(port).open("/circle");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Thornby Circle", "40", "DBS, identity", "1,210", "They are hours, not money");
        assertThat(page.body()).doesNotContain("£");
        JOURNEY.verify(getRequestedFor(urlPathEqualTo("/api/v1/circles")).withHeader("Authorization", absent()));
    }

    @Test
    void boards_see_hours_beside_pounds_and_a_price_on_them_only_when_they_name_one() {
        IDENTITY_PROVIDER.signsIn("board");
        Browser browser = new Browser(port);

        String page = browser.open("/resources?year=2024-25").body();
        String valued = browser.open("/resources?year=2024-25&valuation=wage").body();

        assertThat(page)
                .contains("Public bodies", "The community", "1,210", "£")
                .doesNotContain("£15,089.00");
        assertThat(valued).contains("£15,089.00", "at £12.47 an hour", "Source: A survey", "No part of any total");
        IDENTITY_PROVIDER.signsIn("citizen");
        assertThat(new Browser(port).open("/resources").statusCode()).isEqualTo(403);
    }

    @Test
    void the_office_finds_helpers_offers_an_introduction_and_writes_down_that_they_met() throws Exception {
        JOURNEY.stubFor(post(urlPathEqualTo(OFFICE + "/requests/" + REQUEST + "/introductions"))
                .willReturn(jsonResponse("{\"introduction\": \"" + INTRODUCTION + "\"}", 201)));
        JOURNEY.stubFor(post(urlPathEqualTo(OFFICE + "/introductions/" + INTRODUCTION))
                .willReturn(jsonResponse(
                        "{\"code\": \"no-valid-check\", \"detail\": \"The helper has no check that holds.\"}", 409)));
        IDENTITY_PROVIDER.signsIn("steward");
        Browser browser = new Browser(port);

        assertThat(browser.open("/circle/office").body()).contains("/circle/office?circle=district");
        HttpResponse<String> office = browser.open("/circle/office?circle=district&request=" + REQUEST);
        assertThat(office.body())
                .contains("2b0e7a44: 2 km away, tue morning, met before", "Left out: 3 no valid check.")
                .contains("1 h 30 min", "−0 h 30 min", "Until 31 January 2026")
                .contains("check has ended: do not go.");

        HttpResponse<String> offered = browser.submit(
                office,
                "/circle/office",
                Map.of("does", "offer", "circle", "district", "request", REQUEST, "helper", HELPER));
        assertThat(offered.body()).contains("Members can read of it now.");
        JOURNEY.verify(postRequestedFor(urlPathEqualTo(OFFICE + "/requests/" + REQUEST + "/introductions"))
                .withRequestBody(equalToJson("{\"helper\": \"" + HELPER + "\"}")));

        HttpResponse<String> refused = browser.submit(
                office,
                "/circle/office",
                Map.of(
                        "does", "meet",
                        "circle", "district",
                        "introduction", INTRODUCTION,
                        "on", "2025-06-10",
                        "minutes", "60"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("The helper has no check that holds.");
        assertThat(usage()).contains("- steward steward audit /circle/office t");
        IDENTITY_PROVIDER.signsIn("board");
        assertThat(new Browser(port).open("/circle/office").statusCode()).isEqualTo(403);
    }

    @Test
    void members_see_their_hours_and_answer_an_introduction() throws Exception {
        String own = "/api/v1/people/" + SOMEBODY + "/circles";
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people/me"))
                .willReturn(okJson("{\"personId\": \"" + SOMEBODY + "\", \"subjects\": []}")));
        JOURNEY.stubFor(
                get(urlPathEqualTo(own)).willReturn(okJson("""
                {"personId": "%s",
                 "circles": [{"member": "%s", "circle": "district", "name": "Thornby Circle", "joinedOn": "2024-05-01",
                              "given": 90, "received": 0, "balance": 90}],
                 "requests": [], "introductions": [%s]}""".formatted(SOMEBODY, HELPER, introduction("offered")))));
        JOURNEY.stubFor(post(urlPathEqualTo(own + "/introductions/" + INTRODUCTION))
                .willReturn(okJson("{\"stage\": \"accepted\"}")));
        IDENTITY_PROVIDER.signsIn("citizen");
        Browser browser = new Browser(port);

        HttpResponse<String> page = browser.open("/me/circle");
        assertThat(page.body())
                .contains("Thornby Circle", "1 h 30 min", "You help: Offered", "I will help")
                .contains("checks hold until 31 January 2026.");
        HttpResponse<String> after =
                browser.submit(page, "/me/circle", Map.of("does", "accept", "introduction", INTRODUCTION));

        assertThat(after.body()).contains("Whoever runs the circle reads of it");
        JOURNEY.verify(postRequestedFor(urlPathEqualTo(own + "/introductions/" + INTRODUCTION))
                .withHeader("X-Purpose", equalTo("subject-access"))
                .withRequestBody(equalToJson("{\"step\": \"accept\"}")));
        assertThat(usage()).contains(usageOf("citizen", "subject-access", "/people/{id}/circles"));
    }

    private static void members(String list, String one) {
        JOURNEY.stubFor(get(urlPathEqualTo(OFFICE + "/" + list))
                .willReturn(okJson("{\"results\": [" + one + "], \"paging\": {}}")));
    }

    private static String introduction(String stage) {
        return """
                {"introduction": "%s", "request": "%s", "member": "%s", "helper": "%s", "stage": "%s",
                 "offeredOn": "2025-06-02", "neededOn": "2025-06-10", "circle": "district", "clearedUntil": %s}""".formatted(
                INTRODUCTION, REQUEST, SOMEBODY, HELPER, stage, stage.equals("offered") ? "\"2026-01-31\"" : "null");
    }

    private static String community(String valuation) {
        return """
                {"year": "2024-25", "asOf": "2025-06-01T09:00:00Z", "hours": {"value": 1210, "symbol": null},
                 "circles": [{"circle": "district", "name": "Thornby Circle", "givers": {"value": 25, "symbol": null},
                              "hours": {"value": 1210, "symbol": null}}]%s,
                 "pounds": "/api/v1/spend/whole-area?year=2024-25"}""".formatted(valuation);
    }
}
