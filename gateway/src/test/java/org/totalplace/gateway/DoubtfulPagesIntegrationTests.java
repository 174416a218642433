package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoubtfulPagesIntegrationTests extends GatewayStack {

    private static final String QUEUE = "/people/doubtful";
    private static final String ONE = "11111111-1111-4111-8111-111111111111";
    private static final String OTHER = "22222222-2222-4222-8222-222222222222";

    private static final String LINKS = """
            {"results": [
              {"subjects": [{"subject": "%s", "agency": "county", "personId": "%s"},
                 {"subject": "%s", "agency": "district", "personId": "%s"}],
               "weight": 3.1, "probability": 0.8953, "model": "2025-01", "reason": "", "evidence": {"prior": -14.2,
                 "comparisons": [
                   {"field": "familyName", "level": "exact", "meaning": "the same", "weight": 11.25},
                   {"field": "dateOfBirth", "level": "different", "meaning": "different days", "weight": -3.5}],
                 "adjustment": 0.0}},
              {"subjects": [{"subject": "%s", "agency": "probation", "personId": "%s"},
                 {"subject": "33333333-3333-4333-8333-333333333333", "agency": "district", "personId": "%s"}],
               "weight": 1.0, "probability": 0.5, "model": "2025-01", "reason": "", "evidence": null}],
             "paging": {"next": null}}
            """.formatted(ONE, SOMEBODY, OTHER, SOMEBODY, OTHER, SOMEBODY, SOMEBODY);

    private Browser browser = new Browser(0);

    @BeforeEach
    void aStewardSignsIn() {
        SampleAnswers.areGiven();
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people/doubtful")).willReturn(okJson(LINKS)));
        JOURNEY.stubFor(post(urlPathEqualTo("/api/v1/people/decisions")).willReturn(okJson("{}")));
        browser = new Browser(port);
        IDENTITY_PROVIDER.signsIn("steward");
    }

    @Test
    void a_steward_says_once_why_and_sees_the_likeliest_link_field_by_field() throws Exception {
        HttpResponse<String> page = queue();

        assertThat(page.uri().getPath()).isEqualTo(QUEUE);
        assertThat(page.body())
                .contains("89.5%", "Family name", "the same", "+11.3", "Date of birth", "−3.5", "−14.2")
                .contains("A record of Northmoor County Council", "A record of Thornby District Council")
                .contains("2 wait for a decision", QUEUE + "?skip=1");
        assertThat(usage()).hasSize(1).first().asString().contains("safeguarding " + QUEUE);
    }

    @Test
    void a_link_can_be_left_for_the_next() {
        queue();

        assertThat(browser.open(QUEUE + "?skip=1").body())
                .contains("50.0%", "Northmoor Probation Service")
                .doesNotContain("show the next</a>");
    }

    @Test
    void after_the_last_link_of_a_page_comes_the_first_of_the_next() {
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people/doubtful"))
                .willReturn(okJson(LINKS.replace("\"next\": null", "\"next\": \"0.5|a+b\""))));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people/doubtful"))
                .withQueryParam("cursor", equalTo("0.5|a+b"))
                .willReturn(okJson(LINKS)));
        queue();

        String last = browser.open(QUEUE + "?skip=1").body();
        String next = browser.open(QUEUE + "?skip=0&cursor=0.5%7Ca%2Bb").body();

        assertThat(last).contains("2 or more wait", QUEUE + "?skip=0&amp;cursor=0.5%7Ca%2Bb");
        assertThat(next).contains("2 wait", "name=\"cursor\" value=\"0.5|a+b\"");
    }

    @Test
    void a_decision_reaches_the_service_with_its_reason_and_purpose() {
        HttpResponse<String> after = browser.submit(
                queue(), QUEUE, Map.of("first", ONE, "second", OTHER, "decision", "join", "reason", "Both asked"));

        assertThat(after.uri().toString()).endsWith(QUEUE + "?decided=true");
        assertThat(after.body()).contains("Your decision holds");
        JOURNEY.verify(
                1,
                postRequestedFor(urlPathEqualTo("/api/v1/people/decisions"))
                        .withHeader("X-Purpose", equalTo("safeguarding"))
                        .withRequestBody(equalToJson("{\"subjects\": [\"" + ONE + "\", \"" + OTHER
                                + "\"], \"decision\": \"join\", \"reason\": \"Both asked\"}")));
    }

    @Test
    void what_is_missing_is_said_beside_the_same_link_and_nothing_is_sent() {
        HttpResponse<String> again =
                browser.submit(queue(), QUEUE, Map.of("first", ONE, "second", OTHER, "reason", ""));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body())
                .contains(
                        "There is a problem", "Choose whether the two records are of one person", "Say why; it is kept")
                .contains("89.5%");
        JOURNEY.verify(0, postRequestedFor(urlPathEqualTo("/api/v1/people/decisions")));
    }

    @Test
    void what_the_service_refuses_is_said_in_the_form() {
        JOURNEY.stubFor(post(urlPathEqualTo("/api/v1/people/decisions"))
                .willReturn(jsonResponse("{\"code\": \"gone\", \"detail\": \"One of them was erased.\"}", 409)));

        HttpResponse<String> again = browser.submit(
                queue(), QUEUE, Map.of("first", ONE, "second", OTHER, "decision", "join", "reason", "Both asked"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("One of them was erased.", "Both asked");
    }

    @Test
    void an_empty_queue_says_so() {
        JOURNEY.stubFor(
                any(urlPathEqualTo("/api/v1/people/doubtful")).willReturn(okJson("{\"results\": [], \"paging\": {}}")));

        assertThat(queue().body()).contains("No link waits for a decision.");
    }

    @Test
    void it_is_not_for_practitioners() {
        IDENTITY_PROVIDER.signsIn("practitioner");

        assertThat(new Browser(port).open(QUEUE).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> queue() {
        // Signing in takes the redirects that a browser of these tests follows.
        browser.open("/people");
        HttpResponse<String> why = browser.open(QUEUE);
        assertThat(why.uri().getPath()).isEqualTo(QUEUE + "/purpose");
        return browser.submit(why, QUEUE + "/purpose", Map.of("purpose", "safeguarding"));
    }
}
