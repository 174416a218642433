package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnPageIntegrationTests extends GatewayStack {

    private static final String VIEW = "/api/v1/people/" + SOMEBODY;
    private static final String FORMER = "1b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a12";
    private static final String CONTEST = "5b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a15";

    private Browser browser = new Browser(0);

    @BeforeEach
    void aCitizenSignsIn() {
        SampleAnswers.areGiven();
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people/me"))
                .withHeader("X-Purpose", equalTo("subject-access"))
                .willReturn(okJson("{\"personId\": \"" + SOMEBODY
                        + "\", \"subjects\": [{\"agency\": \"county\"}, {\"agency\": \"district\"}]}")));
        JOURNEY.stubFor(get(urlPathEqualTo(VIEW + "/contacts")).willReturn(okJson(SampleAnswers.CONTACTS)));
        OUTCOMES.stubFor(get(urlPathEqualTo(VIEW))
                .willReturn(okJson(SampleAnswers.VIEW.formatted(SOMEBODY).replace("\"doubts\":", """
                        "contests": [
                          {"id": "%s", "about": {"kind": "cost", "agency": "county", "year": "2023-24"},
                           "words": "I was away that year", "state": "open", "toldOn": "2025-04-20",
                           "due": "2025-05-20", "overdue": false},
                          {"id": "%s", "about": {"kind": "link", "agency": "district"}, "words": "Not me",
                           "state": "answered", "toldOn": "2025-03-01", "due": "2025-04-01", "overdue": false,
                           "decision": "kept", "answer": "We checked it with you", "endedOn": "2025-03-20"}],
                        "doubts":""".formatted(
                                CONTEST, CONTEST.replace('5', '6'))))));
        OUTCOMES.stubFor(post(urlPathEqualTo(VIEW + "/contests"))
                .willReturn(jsonResponse("{\"id\": \"" + CONTEST + "\", \"notes\": []}", 201)));
        IDENTITY_PROVIDER.signsIn("citizen");
        browser = new Browser(port);
    }

    @Test
    void tells_citizens_what_is_held_about_themselves_and_records_their_look() throws Exception {
        HttpResponse<String> page = browser.open("/me");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body())
                .contains("Northmoor County Council, Thornby District Council", "Mental well-being (points)")
                .contains("Home visit")
                .contains("£12,345.67", "You owe nothing", "Two agencies give different dates of birth")
                .contains("You looked at it once yourself", "Nobody else has looked yet");
        assertThat(usage()).containsExactly(usageOf("citizen", "subject-access", "/people/{id}"));
    }

    @Test
    void tells_who_else_looked_page_by_page_and_their_own_visits_in_a_line() {
        JOURNEY.stubFor(get(urlPathEqualTo(VIEW + "/ids"))
                .withHeader("X-Purpose", equalTo("subject-access"))
                .willReturn(okJson("{\"ids\": [{\"id\": \"" + SOMEBODY + "\"}, {\"id\": \"" + FORMER + "\"}]}")));
        OUTCOMES.stubFor(any(urlPathEqualTo(VIEW.replace(SOMEBODY, FORMER))).willReturn(okJson("{}")));
        for (int i = 0; i < 51; i++) {
            look(i == 0 ? FORMER : SOMEBODY, i == 0 ? "safeguarding" : "direct-care");
        }

        browser.open("/me");
        String newest = browser.open("/me").body();
        Matcher earlier =
                Pattern.compile("href=\"(/me\\?before=[^#\"]+)#looked\"").matcher(newest);

        assertThat(newest)
                .contains("You looked at it 2 times yourself", "practitioner (practitioner)")
                .doesNotContain("citizen (citizen)", "<td class=\"govuk-table__cell\">Safeguarding</td>");
        assertThat(earlier.find()).isTrue();
        assertThat(browser.open(earlier.group(1)).body())
                .contains("<td class=\"govuk-table__cell\">Safeguarding</td>", "Newest looks")
                .doesNotContain("Direct care");
        assertThat(browser.open("/me?before=nonsense").statusCode()).isEqualTo(400);
    }

    private void look(String person, String purpose) {
        web().get()
                .uri("/api/v1/people/" + person)
                .headers(headers -> headers.setBearerAuth(Tokens.of("practitioner")))
                .header("X-Purpose", purpose)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void shows_both_sides_of_what_was_contested() {
        String page = browser.open("/me").body();

        assertThat(page)
                .contains("What you cost Northmoor County Council in 2023-24", "I was away that year")
                .contains("The agency answers by 20 May 2025", "/me/contests/" + CONTEST + "/withdrawal")
                .contains("Answered on 20 March 2025", "Kept: We checked it with you");
        assertThat(page.split("Take it back", -1)).hasSize(2);
    }

    @Test
    void sends_what_is_not_right_to_the_agency_that_sent_it() throws Exception {
        HttpResponse<String> page = browser.open("/me");

        HttpResponse<String> sent = browser.submit(
                page, "/me/contests", Map.of("about", "contact|county|r1", "words", "I was not at home."));

        assertThat(page.body()).contains("value=\"contact|county|r1\"", "value=\"link|district\"");
        assertThat(sent.body()).contains("The agency has been told.");
        OUTCOMES.verify(postRequestedFor(urlPathEqualTo(VIEW + "/contests"))
                .withHeader("X-Purpose", equalTo("subject-access"))
                .withRequestBody(equalToJson("""
                        {"about": {"kind": "contact", "agency": "county", "recordId": "r1"},
                         "words": "I was not at home."}""")));
        assertThat(usage()).contains(usageOf("citizen", "subject-access", "/people/{id}/contests"));
    }

    @Test
    void says_that_agencies_have_records_while_what_they_hold_is_on_its_way() {
        OUTCOMES.stubFor(get(urlPathEqualTo(VIEW)).willReturn(aResponse().withStatus(404)));

        HttpResponse<String> page = browser.open("/me");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Northmoor County Council, Thornby District Council", "still being put together")
                .doesNotContain("Nothing is held about you here.");
    }

    @Test
    void a_yes_is_a_yes_and_no_number() {
        OUTCOMES.stubFor(get(urlPathEqualTo(VIEW))
                .willReturn(okJson(SampleAnswers.VIEW
                        .formatted(SOMEBODY)
                        .replace(
                                "\"unit\": \"points\", \"baseline\": 17.5",
                                "\"unit\": \"yes or no (1/0)\", \"baseline\": 1"))));

        assertThat(browser.open("/me").body()).contains("at first yes, now").doesNotContain("yes or no (1/0)");
    }

    @Test
    void takes_a_contest_back() {
        OUTCOMES.stubFor(post(urlPathEqualTo(VIEW + "/contests/" + CONTEST + "/withdrawal"))
                .willReturn(okJson("{}")));

        HttpResponse<String> after =
                browser.submit(browser.open("/me"), "/me/contests/" + CONTEST + "/withdrawal", Map.of());

        assertThat(after.statusCode()).isEqualTo(200);
        OUTCOMES.verify(postRequestedFor(urlPathEqualTo(VIEW + "/contests/" + CONTEST + "/withdrawal")));
        assertThat(browser.submit(browser.open("/me"), "/me/contests/x/withdrawal", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void says_beside_each_field_what_is_missing_and_keeps_what_was_written() {
        HttpResponse<String> again =
                browser.submit(browser.open("/me"), "/me/contests", Map.of("about", "weather|county", "words", ""));
        HttpResponse<String> kept =
                browser.submit(browser.open("/me"), "/me/contests", Map.of("about", "", "words", "All of it"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body())
                .contains("There is a problem", "Choose what is not right", "Say in your own words what is not right");
        assertThat(kept.body()).contains(">All of it</textarea>");
        OUTCOMES.verify(0, postRequestedFor(urlPathEqualTo(VIEW + "/contests")));
    }

    @Test
    void shows_the_services_refusal_and_keeps_the_words() {
        OUTCOMES.stubFor(post(urlPathEqualTo(VIEW + "/contests"))
                .willReturn(jsonResponse(
                        "{\"code\": \"already-contested\", \"detail\": \"You contest this line already.\"}", 409)));

        HttpResponse<String> again = browser.submit(
                browser.open("/me"), "/me/contests", Map.of("about", "link|county", "words", "Not mine"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("You contest this line already.", ">Not mine</textarea>");
    }

    @Test
    void tells_whom_nothing_is_held_about() throws Exception {
        JOURNEY.stubFor(any(urlPathEqualTo("/api/v1/people/me"))
                .willReturn(jsonResponse("{\"code\": \"no-record\", \"detail\": \"None.\"}", 404)));

        HttpResponse<String> page = browser.open("/me");

        assertThat(page.body()).contains("Nothing is held about you here.").doesNotContain("action=\"/me/contests\"");
        assertThat(usage()).isEmpty();
    }

    @Test
    void shows_nothing_when_the_look_cannot_be_recorded() throws Exception {
        browser.open("/me");
        DATABASE_LINE.cut();
        try {
            assertThat(browser.open("/me").body()).doesNotContain("Mental well-being");
        } finally {
            DATABASE_LINE.mend();
        }
    }

    @Test
    void is_for_citizens_alone() {
        IDENTITY_PROVIDER.signsIn("board");

        assertThat(new Browser(port).open("/me").statusCode()).isEqualTo(403);
    }
}
