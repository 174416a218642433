package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
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

class EngagementPagesIntegrationTests extends GatewayStack {

    private static final String API = "/api/v1/voice/engagements";
    private static final String PAGE = "/voice/engagements/buses";
    private static final String BUSES = """
            {"title": "Evening buses", "audience": "Everybody", "answerable": "Head of transport", "from": "2025-05-01",
             "to": "2025-05-31", "resultsBy": "2025-07-31", "channels": ["online", "print"],
             "questions": [{"question": "A bus after eight?", "answers": ["yes", "no"]},
                           {"question": "On which days?", "answers": ["weekdays", "weekends"]}],
             "population": {"source": "Census 2021", "areas": [{"code": "NM1", "name": "Town", "people": 10000}],
                            "ageBands": []}}""";

    @Test
    void anybody_answers_without_an_account_and_nobodys_name_goes_with_it() {
        consultation("open", "");
        OUTCOMES.stubFor(get(urlPathEqualTo(API))
                .willReturn(okJson("{\"results\": [{\"code\": \"buses\", \"stage\": \"open\", \"engagement\": " + BUSES
                        + "}], \"paging\": {}}")));
        OUTCOMES.stubFor(
                post(urlPathEqualTo(API + "/buses/responses")).willReturn(jsonResponse("{\"taken\": true}", 201)));
        Browser browser = new Browser(port);

        assertThat(browser.open("/voice/engagements").body()).contains("Evening buses", "31 July 2025");
        HttpResponse<String> page = browser.open(PAGE);
        assertThat(page.body()).contains("A bus after eight?", "Town", "2.67 times as expected", "Census 2021");
        assertThat(page.body()).doesNotContain("Tell what came of it");
        HttpResponse<String> after = browser.submit(page, PAGE, Map.of("answer-2", "1", "area", "NM1"));

        assertThat(after.body()).contains("Your answer is counted");
        OUTCOMES.verify(
                1,
                postRequestedFor(urlPathEqualTo(API + "/buses/responses"))
                        .withHeader("Authorization", absent())
                        .withRequestBody(
                                equalToJson("{\"answers\": [\"0\", \"1\"], \"area\": \"NM1\", \"ageBand\": \"\"}")));
    }

    @Test
    void a_refusal_is_said_above_the_form() {
        consultation("open", "");
        OUTCOMES.stubFor(post(urlPathEqualTo(API + "/buses/responses"))
                .willReturn(jsonResponse("{\"code\": \"not-now\", \"detail\": \"The consultation is closed.\"}", 409)));
        Browser browser = new Browser(port);

        HttpResponse<String> again = browser.submit(browser.open(PAGE), PAGE, Map.of("answer-1", "1"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("There is a problem", "The consultation is closed.");
    }

    @Test
    void the_communications_team_tells_what_came_of_it_and_others_are_not_asked() {
        consultation("closed", """
                , "answers": [{"question": "A bus after eight?", "answers": {"yes": {"value": 70}, "no": {"symbol": "c"}}}]""");
        OUTCOMES.stubFor(
                post(urlPathEqualTo(API + "/buses/results")).willReturn(jsonResponse("{\"taken\": true}", 201)));
        IDENTITY_PROVIDER.signsIn("communications");
        Browser browser = new Browser(port);
        browser.open("/voice/queue");

        HttpResponse<String> page = browser.open(PAGE);
        assertThat(page.body()).contains("What was answered", ">70<", "Tell what came of it", "It is overdue");
        HttpResponse<String> told = browser.submit(
                page, PAGE + "/results", Map.of("words", "A bus will run", "suggestion", "7", "namesNobody", "true"));

        assertThat(told.body()).contains("Everybody can read it now.");
        OUTCOMES.verify(postRequestedFor(urlPathEqualTo(API + "/buses/results"))
                .withRequestBody(equalToJson("{\"words\": \"A bus will run\", \"suggestion\": \"7\", \"journey\": \"\","
                        + " \"namesNobody\": true}")));
        IDENTITY_PROVIDER.signsIn("board");
        Browser board = new Browser(port);
        assertThat(board.submit(board.open(PAGE), PAGE + "/results", Map.of("words", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void boards_read_who_pays_and_who_gains() {
        SampleAnswers.areGiven();
        String row = "\"pays\": 100000.00, \"gains\": 51000.00, \"cashable\": 10200.00, \"net\": -49000.00}";
        OUTCOMES.stubFor(
                get(urlPathEqualTo("/api/v1/outcomes/proposals/falls")).willReturn(okJson("""
                        {"code": "falls", "version": 2, "asOf": "2025-06-01T09:00:00Z", "title": "Fewer falls",
                         "group": "People who fell", "years": ["2024-25"],
                         "agencies": [{"agency": "county", "role": "payer", "total": {"year": "all", %1$s,
                                       "years": [{"year": "2024-25", %1$s]}],
                         "total": {"year": "all", %1$s, "paidBackIn": "2026-27",
                         "benefits": [{"what": "Admissions", "value": "fiscal", "people": 200, "lag": 0,
                                       "duration": 3, "source": "Unit costs", "grade": 2,
                                       "aYear": 68000.00, "years": 3, "inAll": 204000.00, "formula": "200 people × 0.8"}],
                         "otherValue": {"economic": 0.00, "social": 1000.00},
                         "bottomLine": {"social": [], "environmental": [{"domain": "environmental",
                           "what": "Miles", "amount": "12,000 fewer", "source": "Trip survey", "grade": 4}], "economic": []},
                         "outturn": []}""".formatted(row))));
        IDENTITY_PROVIDER.signsIn("board");

        String page = new Browser(port).open("/proposals/falls").body();

        assertThat(page)
                .contains(
                        "Northmoor County Council", "Payer", "−£49,000.00", "It is paid back in 2026-27. In money that")
                .contains("200 people × 0.8 = £68,000.00 a year, in 3 years £204,000.00", "Source: Unit costs, grade 2")
                .contains("Environmental", "Miles: 12,000 fewer", "£1,000.00");
    }

    @Test
    void residents_propose_a_change_of_a_map_and_stewards_see_it_beside_the_one_in_force() {
        SampleAnswers.areGiven();
        String map = "/api/v1/journeys/maps/leaving";
        String id = "6b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a16";
        String figures =
                "{\"contacts\": {\"value\": 20}, \"persons\": {\"value\": 20}, \"cost\": {\"value\": 2000.00}}";
        String change = "{\"before\": " + figures + ", \"after\": " + figures + "}";
        JOURNEY.stubFor(get(urlPathEqualTo(map))
                .willReturn(okJson("{\"map\": \"leaving\", \"name\": \"Leaving\", \"stages\": [{\"stage\": \"support\","
                        + " \"name\": \"Support\"}]}")));
        JOURNEY.stubFor(get(urlPathEqualTo(map + "/proposals"))
                .willReturn(okJson("{\"results\": [{\"id\": \"" + id + "\", \"words\": \"The call is part of it\","
                        + " \"passed\": false, \"proposedBy\": \"resident\", \"proposedOn\": \"2025-06-01\","
                        + " \"stage\": \"open\"}]}")));
        JOURNEY.stubFor(get(urlPathEqualTo(map + "/proposals/" + id + "/comparison"))
                .willReturn(okJson("{\"proposal\": \"" + id + "\", \"words\": \"The call is part of it\", \"change\":"
                        + " {\"year\": \"2024-25\", \"stages\": [{\"stage\": \"support\", \"change\": " + change
                        + "}], \"unmapped\": " + change + "}, \"before\": {\"handOvers\": {\"value\": 0}, \"symbol\":"
                        + " \"z\"}, \"after\": {\"handOvers\": {\"value\": 20}, \"medianDays\": 10,"
                        + " \"threeQuartersWithin\": 12}}")));
        JOURNEY.stubFor(post(urlPathEqualTo(map + "/proposals")).willReturn(jsonResponse("{}", 201)));
        JOURNEY.stubFor(
                post(urlPathEqualTo(map + "/proposals/" + id + "/decision")).willReturn(okJson("{}")));
        String page = "/journeys/leaving/proposals";
        IDENTITY_PROVIDER.signsIn("citizen");
        Browser resident = new Browser(port);

        HttpResponse<String> asked = resident.open(page);
        assertThat(asked.body())
                .contains("proposed by a resident", "Propose a change")
                .doesNotContain("Decline it");
        resident.submit(
                asked, page, Map.of("words", "The call", "agency", "county", "type", "call", "stage", "support"));
        JOURNEY.verify(postRequestedFor(urlPathEqualTo(map + "/proposals"))
                .withRequestBody(equalToJson("{\"words\": \"The call\", \"namesNobody\": false, \"rule\": {\"agency\":"
                        + " \"county\", \"service\": \"\", \"type\": \"call\", \"stage\": \"support\"}}")));

        IDENTITY_PROVIDER.signsIn("steward");
        Browser steward = new Browser(port);
        HttpResponse<String> compared = steward.open(page + "?compare=" + id + "&year=2024-25");
        assertThat(compared.body())
                .contains("20 contacts of 20 people, £2,000.00", "half within 10 days", "Decline it")
                .contains("A steward has not passed these words yet", "Let everybody read its words");
        steward.submit(compared, page, Map.of("proposal", id, "verdict", "decline", "reason", "Counted elsewhere"));
        JOURNEY.verify(postRequestedFor(urlPathEqualTo(map + "/proposals/" + id + "/decision"))
                .withRequestBody(equalToJson(
                        "{\"verdict\": \"decline\", \"reason\": \"Counted elsewhere\", \"namesNobody\": false}")));
    }

    private static void consultation(String stage, String more) {
        OUTCOMES.stubFor(get(urlPathEqualTo(API + "/buses"))
                .willReturn(okJson("""
                {"code": "buses", "stage": "%s", "engagement": %s, "overdue": %s,
                 "responses": {"value": 130}, "byChannel": {"online": {"value": 110}, "print": {"value": 20}},
                 "areas": [{"group": "NM1", "name": "Town", "people": 10000, "populationShare": 0.25,
                            "responses": {"value": 80}, "share": 0.667, "perExpected": 2.67}],
                 "ageBands": [], "results": []%s}""".formatted(stage, BUSES, stage.equals("closed"), more))));
    }
}
