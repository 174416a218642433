package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeedPagesIntegrationTests extends GatewayStack {

    private static final String FLAGS = "/api/v1/voice/need-flags";
    private static final String TRIAGE = "/api/v1/voice/triage";
    private static final String CODE = "7K2M-9QXD-04TR-5WBN";

    @Test
    void anybody_may_worry_about_somebody_is_told_what_happens_and_hears_of_it_later() {
        OUTCOMES.stubFor(post(urlPathEqualTo(FLAGS))
                .willReturn(jsonResponse(
                        "{\"code\": \"" + CODE
                                + "\", \"expiresOn\": \"2025-05-31\", \"latestOn\": \"2025-07-30\","
                                + " \"next\": \"It waits.\"}",
                        201)));
        OUTCOMES.stubFor(get(urlPathEqualTo(FLAGS + "/" + CODE))
                .willReturn(okJson("{\"stage\": \"helped\", \"words\": \"It was looked after.\"}")));
        Browser browser = new Browser(port);

        HttpResponse<String> sent = browser.submit(
                browser.open("/voice/need"),
                "/voice/need",
                Map.of("kind", "cold-home", "words", "No heating", "where", "Mill Lane"));

        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(sent.body()).contains(CODE, "It waits.", "31 May 2025", "30 July 2025", "999");
        OUTCOMES.verify(
                1,
                postRequestedFor(urlPathEqualTo(FLAGS))
                        .withHeader("Authorization", absent())
                        .withRequestBody(equalToJson(
                                "{\"kind\": \"cold-home\", \"words\": \"No heating\", \"where\": \"Mill Lane\"}")));
        assertThat(browser.submit(browser.open("/voice/need-follow"), "/voice/need-follow", Map.of("code", CODE))
                        .body())
                .contains("It was looked after.");
    }

    @Test
    void what_is_missing_is_said_and_nothing_is_sent() {
        Browser browser = new Browser(port);

        HttpResponse<String> again =
                browser.submit(browser.open("/voice/need"), "/voice/need", Map.of("words", "No heating"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Choose what worries you", "may be found", "No heating</textarea>");
        OUTCOMES.verify(0, postRequestedFor(urlPathEqualTo(FLAGS)));
    }

    @Test
    void safeguarding_staff_take_flags_up_and_nobody_else_sees_them() throws Exception {
        SampleAnswers.areGiven();
        String id = "0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11";
        OUTCOMES.stubFor(get(urlPathEqualTo(TRIAGE)).willReturn(okJson("""
                        {"results": [{"id": "%s", "kind": "cold-home", "stage": "raised", "raisedOn": "2025-05-01",
                          "expiresOn": "2025-05-31", "words": "No heating", "where": "Mill Lane", "linked": false,
                          "version": 7}],
                         "paging": {"next": "later"}, "total": 501, "late": 3}
                        """.formatted(id))));
        OUTCOMES.stubFor(
                post(urlPathEqualTo(TRIAGE + "/" + id)).willReturn(okJson("{\"personId\": \"" + SOMEBODY + "\"}")));
        IDENTITY_PROVIDER.signsIn("safeguarding");
        Browser browser = new Browser(port);

        HttpResponse<String> open = browser.open("/voice/triage");
        assertThat(open.body()).contains("name=\"seen\" value=\"7\"");
        assertThat(open.body())
                .contains("A freezing home", "No heating", "Where: Mill Lane", "31 May 2025", "501", "cursor=later")
                .contains("Not read within a working day: 3.");
        HttpResponse<String> after = browser.submit(
                open,
                "/voice/triage",
                Map.of("flag", id, "step", "take-up", "agency", "county", "reference", "C-1", "seen", "7"));

        assertThat(after.body()).contains("can hear of it");
        assertThat(usage())
                .containsSubsequence(
                        "- safeguarding safeguarding safeguarding /voice/triage t",
                        usageOf("safeguarding", "safeguarding", "/people/{id}"));
        OUTCOMES.verify(
                1,
                postRequestedFor(urlPathEqualTo(TRIAGE + "/" + id))
                        .withHeader("X-Purpose", equalTo("safeguarding"))
                        .withRequestBody(
                                equalToJson("{\"step\": \"take-up\", \"agency\": \"county\", \"reference\": \"C-1\","
                                        + " \"unlink\": false, \"seen\": \"7\"}")));
        IDENTITY_PROVIDER.signsIn("steward");
        assertThat(new Browser(port).open("/voice/triage").statusCode()).isEqualTo(403);
    }

    @Test
    void boards_see_how_many_there_were_as_published_and_nothing_of_what_was_written() {
        OUTCOMES.stubFor(get(urlPathEqualTo(TRIAGE + "/counts")).willReturn(okJson("""
                {"results": [{"kind": "cold-home", "raised": {"value": 25, "symbol": null},
                  "byStage": {"helped": {"value": 15, "symbol": null}, "expired": {"value": null, "symbol": "c"}}}],
                 "unread": {"late": {"value": null, "symbol": "c"}, "oldestWeeks": 3}}""")));
        IDENTITY_PROVIDER.signsIn("board");

        String page = new Browser(port).open("/voice/needs").body();

        assertThat(page)
                .contains(
                        "A freezing home",
                        ">25<",
                        ">15<",
                        ">c<",
                        "not what was found",
                        "within a working day: c.",
                        "up to 3 weeks ago");
        IDENTITY_PROVIDER.signsIn("practitioner");
        assertThat(new Browser(port).open("/voice/needs").statusCode()).isEqualTo(403);
    }
}
