package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing consultations and proposals down, as a browser without scripts does. */
class LongFormsIntegrationTests extends GatewayStack {

    private static final String BUSES = "/api/v1/voice/engagements/buses";
    private static final String FALLS = "/api/v1/outcomes/proposals/falls";

    @BeforeEach
    void agenciesHaveNames() {
        SampleAnswers.areGiven();
    }

    @Test
    void the_communications_team_writes_a_consultation_question_by_question() {
        OUTCOMES.stubFor(put(urlPathEqualTo(BUSES)).willReturn(okJson("{\"kept\": true}")));
        OUTCOMES.stubFor(get(urlPathEqualTo(BUSES)).willReturn(okJson(told("{}"))));
        IDENTITY_PROVIDER.signsIn("communications");
        Browser browser = new Browser(port);
        HttpResponse<String> page = browser.open("/consultation");
        Map<String, String> typed = new HashMap<>(Map.of(
                "code", "buses",
                "title", "Evening buses",
                "kind", "service",
                "audience", "Everybody",
                "answerable", "Head of transport",
                "from", "2025-05-01",
                "to", "2025-04-01",
                "resultsBy", "2025-07-31",
                "channel-online", "true",
                "question-1", "A bus after eight?"));

        HttpResponse<String> wrong = browser.submit(page, "/consultation", typed);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("There is a problem", "href=\"#to\"", "It closes after it opens", "id=\"answers-1-error\"")
                .contains("value=\"Evening buses\"");
        typed.putAll(Map.of("to", "2025-05-31", "answers-1", "yes\r\nno", "questions", "1", "more", "questions"));
        HttpResponse<String> longer = browser.submit(wrong, "/consultation", typed);
        assertThat(longer.statusCode()).isEqualTo(200);
        assertThat(longer.body()).contains("id=\"question-2\"").doesNotContain("There is a problem");

        Map<String, String> filled = filled(longer);
        filled.putAll(Map.of("question-2", "Which days?", "answers-2", "weekdays\nweekends"));
        filled.putAll(Map.of("source", "Census 2021", "areas", "NM1, Town, and around, 10000"));
        assertThat(browser.submit(longer, "/consultation", filled).body()).contains("It is written down.");
        OUTCOMES.verify(putRequestedFor(urlPathEqualTo(BUSES)).withRequestBody(equalToJson("""
                {"title": "Evening buses", "about": {"kind": "service"}, "audience": "Everybody",
                 "answerable": "Head of transport", "from": "2025-05-01", "to": "2025-05-31",
                 "resultsBy": "2025-07-31", "channels": ["online"],
                 "questions": [{"question": "A bus after eight?", "answers": ["yes", "no"]},
                               {"question": "Which days?", "answers": ["weekdays", "weekends"]}],
                 "population": {"source": "Census 2021", "ageBands": [],
                                "areas": [{"code": "NM1", "name": "Town, and around", "people": "10000"}]}}""")));
    }

    @Test
    void a_consultation_is_changed_from_what_was_written_and_a_refusal_is_said_above_it() {
        OUTCOMES.stubFor(get(urlPathEqualTo(BUSES)).willReturn(okJson(told("""
                {"source": "Census 2021", "areas": [{"code": "NM1", "name": "Town", "people": 10000}],
                 "ageBands": []}"""))));
        OUTCOMES.stubFor(put(urlPathEqualTo(BUSES))
                .willReturn(jsonResponse(
                        "{\"code\": \"already-answered\", \"detail\": \"It was answered already.\"}", 409)));
        IDENTITY_PROVIDER.signsIn("communications");
        Browser browser = new Browser(port);
        browser.open("/voice/queue");
        assertThat(browser.open("/voice/engagements/buses").body()).contains("/consultation?code=buses");

        HttpResponse<String> page = browser.open("/consultation?code=buses");
        assertThat(filled(page)).containsEntry("areas", "NM1, Town, 10000").containsEntry("answers-1", "yes\nno");
        HttpResponse<String> refused = browser.submit(page, "/consultation", filled(page));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("It was answered already.", "value=\"Evening buses\"");
        IDENTITY_PROVIDER.signsIn("board");
        Browser board = new Browser(port);
        assertThat(board.open("/consultation").statusCode()).isEqualTo(403);
        assertThat(board.open("/voice/engagements/buses").body()).doesNotContain("/consultation?code");
    }

    @Test
    void analysts_write_the_next_version_of_a_proposal_from_the_one_before() {
        String row = "{\"year\": \"all\", \"pays\": 1, \"gains\": 1, \"cashable\": 1, \"net\": 0}";
        OUTCOMES.stubFor(get(urlPathEqualTo(FALLS)).willReturn(okJson("""
                {"code": "falls", "version": 2, "asOf": "2025-06-01T09:00:00Z", "title": "Fewer falls",
                 "group": "People who fell", "years": ["2024-25", "2025-26"], "agencies": [], "total": %s,
                 "costs": [{"agency": "county", "year": "2025-26", "amount": 60000.00, "correction": 0.4000,
                            "pays": 84000.00, "source": "Tender", "grade": 2}],
                 "benefits": [{"what": "Admissions", "value": "fiscal", "people": 200, "engagement": 0.8000,
                               "impact": 0.3000, "deadweight": 0.1000, "unit": 2500.50, "correction": 0.1500,
                               "lag": 0, "duration": 3, "source": "Unit costs", "grade": 2, "aYear": 68000.00,
                               "years": 3, "inAll": 204000.00, "formula": "200 people",
                               "gains": [{"agency": "county", "share": 1.0000, "cashable": 0.2000}]}],
                 "otherValue": {}, "bottomLine": {"social": [], "environmental": [{"what": "Miles",
                 "amount": "12,000 fewer", "source": "Trip survey", "grade": 4}]}, "outturn": []}""".formatted(row))));
        OUTCOMES.stubFor(put(urlPathEqualTo(FALLS)).willReturn(okJson("{\"version\": 3}")));
        IDENTITY_PROVIDER.signsIn("analyst");
        Browser browser = new Browser(port);
        assertThat(browser.open("/proposals/falls").body())
                .contains("/proposal?code=falls")
                .contains("Northmoor County Council, 2025-26: £84,000.00, which is £60,000.00 × (1 + 0.4000)");

        HttpResponse<String> page = browser.open("/proposal?code=falls");
        Map<String, String> filled = filled(page);
        filled.put("cost-1-amount", "a lot");
        HttpResponse<String> wrong = browser.submit(page, "/proposal", filled);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("href=\"#cost-1-amount\"", "Write pounds like 12500 or 12500.50");
        filled.putAll(Map.of("cost-1-amount", "70000", "more", "benefits"));
        HttpResponse<String> longer = browser.submit(wrong, "/proposal", filled);
        assertThat(longer.body()).contains("id=\"benefit-2-what\"");
        HttpResponse<String> after = browser.submit(longer, "/proposal", filled(longer));

        assertThat(after.body()).contains("Fewer falls", "Who pays, who gains");
        OUTCOMES.verify(putRequestedFor(urlPathEqualTo(FALLS)).withRequestBody(equalToJson("""
                {"title": "Fewer falls", "group": "People who fell", "firstYear": "2024-25", "years": "2",
                 "costs": [{"agency": "county", "year": 1, "amount": "70000", "source": "Tender", "grade": "2",
                            "correction": "0.4"}],
                 "benefits": [{"what": "Admissions", "value": "fiscal", "people": "200", "engagement": "0.8",
                               "impact": "0.3", "deadweight": "0.1", "unit": "2500.5", "source": "Unit costs",
                               "grade": "2", "correction": "0.15", "lag": "0", "duration": "3",
                               "gains": [{"agency": "county", "share": "1", "cashable": "0.2"}]}],
                 "bottomLine": [{"domain": "environmental", "what": "Miles", "amount": "12,000 fewer",
                                 "source": "Trip survey", "grade": "4"}]}""")));
        IDENTITY_PROVIDER.signsIn("board");
        assertThat(new Browser(port).open("/proposal").statusCode()).isEqualTo(403);
    }

    private static Map<String, String> filled(HttpResponse<String> page) {
        FormElement form = (FormElement)
                Jsoup.parse(page.body()).expectFirst("form[action=/consultation], form[action=/proposal]");
        Map<String, String> filled = new HashMap<>();
        form.formData().forEach(field -> filled.put(field.key(), field.value()));
        filled.remove("_csrf");
        return filled;
    }

    private static String told(String population) {
        return """
                {"code": "buses", "stage": "planned", "engagement": {"title": "Evening buses",
                 "about": {"kind": "service", "agency": "county"}, "audience": "Everybody",
                 "answerable": "Head of transport", "from": "2025-05-01", "to": "2025-05-31",
                 "resultsBy": "2025-07-31", "channels": ["online"],
                 "questions": [{"question": "A bus after eight?", "answers": ["yes", "no"]}]%s}, "overdue": false,
                 "responses": {"value": 0}, "byChannel": {}, "areas": [], "ageBands": [],
                 "results": []}""".formatted(population.equals("{}") ? "" : ", \"population\": " + population);
    }
}
