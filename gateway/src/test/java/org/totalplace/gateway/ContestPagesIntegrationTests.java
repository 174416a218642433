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
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContestPagesIntegrationTests extends GatewayStack {

    private static final String OF_COUNTY = "/api/v1/outcomes/contests/county";
    private static final String CONTEST = "5b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a15";
    private static final String QUEUE = "/contests?agency=county";

    private static final String OPEN = """
            {"results": [{"id": "%s", "about": {"kind": "outcome", "agency": "county", "measure": "swemwbs",
              "date": "2025-03-02"}, "records": ["r-1", "r-2"], "words": "It was a bad day", "notes": ["seems to hold a name"],
              "state": "open", "toldAt": "2025-04-20T09:00:00Z", "due": "2025-05-20", "overdue": true}],
             "paging": {"next": "c+1"}}
            """.formatted(CONTEST);

    private Browser browser = new Browser(0);

    @BeforeEach
    void aStewardSignsIn() {
        SampleAnswers.areGiven();
        OUTCOMES.stubFor(get(urlPathEqualTo(OF_COUNTY)).willReturn(okJson(OPEN)));
        OUTCOMES.stubFor(post(urlPathMatching(OF_COUNTY + "/.*")).willReturn(okJson("{}")));
        IDENTITY_PROVIDER.signsIn("steward");
        browser = new Browser(port);
    }

    @Test
    void shows_the_oldest_contest_with_the_agencys_own_records_and_the_persons_words() throws Exception {
        String page = browser.open(QUEUE).body();

        assertThat(usage()).hasSize(1).first().asString().contains("audit " + OF_COUNTY);

        assertThat(page)
                .contains("An observation: swemwbs on 2 March 2025", "r-1, r-2", "It was a bad day", "Overdue")
                .contains("20 May 2025", "seems to hold a name", "We need two months more")
                .contains("/contests?agency=county&amp;state=open&amp;cursor=c%2B1");
        OUTCOMES.verify(getRequestedFor(urlPathEqualTo(OF_COUNTY))
                .withQueryParam("state", equalTo("open"))
                .withQueryParam("limit", equalTo("1")));
    }

    @Test
    void sends_the_answer_and_shows_the_next() {
        HttpResponse<String> after = answered("kept", "The visit took place");

        assertThat(after.body()).contains("The person reads your words.");
        OUTCOMES.verify(postRequestedFor(urlPathEqualTo(OF_COUNTY + "/" + CONTEST + "/answer"))
                .withRequestBody(equalToJson("{\"decision\": \"kept\", \"words\": \"The visit took place\"}")));
    }

    @Test
    void asks_for_more_time_with_a_reason() {
        answered("later", "The record is on paper");

        OUTCOMES.verify(postRequestedFor(urlPathEqualTo(OF_COUNTY + "/" + CONTEST + "/extension"))
                .withRequestBody(equalToJson("{\"reason\": \"The record is on paper\"}")));
    }

    @Test
    void says_what_is_missing_and_sends_nothing() {
        HttpResponse<String> again = answered("", "");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Choose what you have done", "Say why, in words that the person understands");
        OUTCOMES.verify(0, postRequestedFor(urlPathMatching(OF_COUNTY + ".*")));
    }

    @Test
    void does_not_put_an_answer_under_another_contest() {
        HttpResponse<String> page = browser.open(QUEUE);
        OUTCOMES.stubFor(get(urlPathEqualTo(OF_COUNTY))
                .willReturn(okJson(OPEN.replace(CONTEST, "6b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a16"))));
        OUTCOMES.stubFor(post(urlPathMatching(OF_COUNTY + "/.*"))
                .willReturn(jsonResponse("{\"code\": \"not-now\", \"detail\": \"It is answered.\"}", 409)));

        HttpResponse<String> again = browser.submit(page, "/contests", form("kept", "It is right"));

        assertThat(again.body())
                .contains("What you answered waits no longer; this is another")
                .doesNotContain(">It is right</textarea>");
    }

    @Test
    void shows_answered_ones_without_a_form_and_says_when_there_are_none() {
        OUTCOMES.stubFor(get(urlPathEqualTo(OF_COUNTY))
                .withQueryParam("state", equalTo("answered"))
                .willReturn(okJson(OPEN.replace("\"state\": \"open\"", """
                        "state": "answered", "decision": "kept", "answer": "We checked\"
                        """))));
        OUTCOMES.stubFor(get(urlPathEqualTo(OF_COUNTY))
                .withQueryParam("state", equalTo("withdrawn"))
                .willReturn(okJson("{\"results\": []}")));

        assertThat(browser.open(QUEUE + "&state=answered").body())
                .contains("Kept", "We checked")
                .doesNotContain("What have you done?");
        assertThat(browser.open(QUEUE + "&state=withdrawn").body()).contains("Nothing of this kind is here.");
        assertThat(browser.open("/contests").body()).contains("Choose an agency.");
    }

    @Test
    void is_not_for_boards() {
        IDENTITY_PROVIDER.signsIn("board");

        assertThat(new Browser(port).open(QUEUE).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> answered(String decision, String words) {
        return browser.submit(browser.open(QUEUE), "/contests", form(decision, words));
    }

    private static Map<String, String> form(String decision, String words) {
        return Map.of("contest", CONTEST, "agency", "county", "state", "open", "decision", decision, "words", words);
    }
}
