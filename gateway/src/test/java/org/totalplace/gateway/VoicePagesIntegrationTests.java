package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VoicePagesIntegrationTests extends GatewayStack {

    private static final String VOICE = "/api/v1/voice";
    private static final String CODE = "7K2M-9QXD-04TR-5WBN";

    private static final String BUS = """
            {"number": 12, "kind": "service", "channel": "paper", "told": "2025-03-03", "stage": "delivering",
             "about": "the bus", "words": "A bus at noon <b>please</b>", "agency": "county", "due": "2025-04-01",
             "overdue": true, "decision": {"verdict": "partly", "reason": "Many asked", "by": "Head of Transport",
             "on": "2025-03-10", "lateDays": 5},
             "delivery": [{"number": 1, "what": "A second bus", "due": "2025-04-01"},
                          {"number": 2, "what": "A shelter", "due": "2025-04-01", "droppedOn": "2025-03-20",
                           "outcome": "The land was sold"}],
             "figures": [{"of": "money", "path": "/api/v1/spend/totals?year=2024-25", "words": "Buses", "amount": 1250.50}],
             "reopenings": 0}
            """;

    private static final String WITHHELD = """
            {"number": 11, "kind": "place", "channel": "online", "told": "2025-03-01", "stage": "withheld",
             "withheldWhy": "It is about one doctor", "due": "2025-05-01", "overdue": false, "delivery": [], "figures": [],
             "reopenings": 0}
            """;

    private static final String HISTORY = """
            [{"on": "2025-03-03", "what": "received", "due": "2025-03-31", "by": "suggester"},
             {"on": "2025-03-10", "what": "partly", "words": "Head of Transport: Many asked", "by": "county"}]
            """;

    private Browser browser = new Browser(0);

    @BeforeEach
    void aVisitorWhoIsNotSignedIn() {
        SampleAnswers.areGiven();
        answers("/register", "{\"results\": [" + BUS + "," + WITHHELD + "], \"paging\": {\"next\": \"older\"}}");
        answers(
                "/chain",
                "{\"asOf\": \"2025-05-01T09:00:00Z\", \"results\": [{\"suggestion\": " + BUS
                        + ", \"gaps\": [\"overdue\", \"no-outcome\"], \"overdueDays\": 30}], \"paging\": {},"
                        + " \"unread\": {\"all\": {\"value\": 15}, \"overdue\": {\"value\": null, \"symbol\": \"c\"},"
                        + " \"oldestWeeks\": 6}}");
        answers("/code", "{\"code\": \"" + CODE + "\"}");
        answers(
                "/suggestions/" + CODE,
                "{\"suggestion\": " + BUS + ", \"mayReopen\": true, \"history\": " + HISTORY + "}");
        OUTCOMES.stubFor(post(urlPathEqualTo(VOICE + "/suggestions"))
                .willReturn(jsonResponse(
                        "{\"number\": 13, \"code\": \"" + CODE + "\", \"due\": \"2025-03-31\", \"notes\":"
                                + " [\"Your words seem to hold a postcode.\"]}",
                        201)));
        browser = new Browser(port);
    }

    @Test
    void the_register_shows_what_was_said_decided_and_done_and_runs_nothing_of_it() {
        String page = browser.open("/voice").body();

        assertThat(page)
                .contains("the bus", "A bus at noon &lt;b&gt;please&lt;/b&gt;", "on paper", "Overdue")
                .contains("Accepted in part on 10 March 2025 by Head of Transport", "Many asked")
                .contains("Due by 1 April 2025", "Given up on 20 March 2025: The land was sold", "Buses: £1,250.50")
                .contains("Suggestion 11", "Its words are not shown: It is about one doctor")
                .contains("cursor=older", "Sign in");
    }

    @Test
    void the_register_as_csv_is_the_apis_own_with_the_pages_filter() {
        OUTCOMES.stubFor(get(urlPathEqualTo(VOICE + "/register"))
                .withHeader("Accept", containing("text/csv"))
                .withQueryParam("stage", equalTo("closed"))
                .willReturn(okForContentType("text/csv", "number,kind\r\n12,service\r\n")));

        assertThat(browser.open("/voice/register.csv?stage=closed&kind=nonsense")
                        .body())
                .isEqualTo("number,kind\r\n12,service\r\n");
    }

    @Test
    void the_chain_shows_what_is_overdue_and_what_is_missing() {
        assertThat(browser.open("/voice/chain").body())
                .contains("30 days overdue", "No measure shows who is better off", "Buses: £1,250.50")
                .contains("As of 1 May 2025");
    }

    @Test
    void surveys_show_shares_with_their_intervals_beside_what_others_published() {
        answers("/surveys", """
                {"results": [{"survey": "care", "question": "Are you content with your care?", "positive": ["yes"],
                  "rounds": [
                   {"round": "2023-24", "from": "2023-04-01", "to": "2024-03-31", "method": "by post",
                    "answered": {"value": 200, "symbol": null},
                    "share": {"value": 0.4, "low": 0.335, "high": 0.469, "symbol": null},
                    "beside": [{"area": "England", "share": 0.654, "source": "NHS Digital"}]},
                   {"round": "2024-25", "from": "2024-04-01", "to": "2025-03-31", "method": "by post",
                    "answered": {"value": null, "symbol": "c"},
                    "share": {"value": null, "low": null, "high": null, "symbol": "c"}, "beside": []}]}], "paging": {}}
                """);

        assertThat(browser.open("/voice/surveys").body())
                .contains("Are you content with your care?", "40% (34% to 47%)", "England 65.4%", "NHS Digital")
                .contains(">c<", "seven people or fewer");
    }

    @Test
    void anybody_may_suggest_something_and_gets_a_code_that_no_address_holds() {
        HttpResponse<String> received = suggest(Map.of("kind", "service", "about", "the bus", "words", "More"));

        assertThat(received.statusCode()).isEqualTo(201);
        assertThat(received.body()).contains(CODE, "31 March 2025", "seem to hold a postcode");
        assertThat(received.uri().toString()).doesNotContain(CODE);
        assertThat(received.headers().firstValue("Cache-Control")).hasValue("no-store");
        OUTCOMES.verify(
                1,
                postRequestedFor(urlPathEqualTo(VOICE + "/suggestions"))
                        .withHeader("Authorization", absent())
                        .withRequestBody(
                                equalToJson("{\"kind\": \"service\", \"about\": \"the bus\", \"words\": \"More\"}")));
    }

    @Test
    void what_is_missing_is_said_keeps_what_was_typed_and_sends_nothing() {
        HttpResponse<String> again = suggest(Map.of("words", "More buses"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Choose what it is about", "Say which one", "More buses</textarea>");
        OUTCOMES.verify(0, postRequestedFor(urlPathEqualTo(VOICE + "/suggestions")));
    }

    @Test
    void who_only_reads_takes_no_session_from_those_who_sign_in() {
        for (String path : new String[] {"/voice", "/voice/chain", "/voice/form", "/"}) {
            assertThat(new Browser(port).open(path).headers().firstValue("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(new Browser(port).open("/voice/suggest").headers().firstValue("Set-Cookie"))
                .isPresent();
    }

    @Test
    void a_form_of_another_site_is_refused() {
        assertThat(browser.post("/voice/suggest", Map.of("kind", "service", "about", "x", "words", "y"), "forged")
                        .statusCode())
                .isEqualTo(403);
        OUTCOMES.verify(0, postRequestedFor(urlPathEqualTo(VOICE + "/suggestions")));
    }

    @Test
    void a_paper_form_has_its_code_twice_once_to_keep() {
        HttpResponse<String> form = browser.open("/voice/form");

        assertThat(form.body().split(CODE, -1)).hasSize(3);
        assertThat(form.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void who_has_a_code_reads_what_happened_and_may_have_it_looked_at_again() {
        OUTCOMES.stubFor(post(urlPathEqualTo(VOICE + "/suggestions/" + CODE + "/reopening"))
                .willReturn(jsonResponse("{\"code\": \"no-more-reopening\", \"detail\": \"Twice was enough.\"}", 409)));
        HttpResponse<String> shown =
                browser.submit(browser.open("/voice/follow"), "/voice/follow", Map.of("code", CODE));

        assertThat(shown.body()).contains("10 March 2025: Partly", "Next step due by 31 March 2025", "Reopen it");
        assertThat(shown.uri().toString()).doesNotContain(CODE);
        HttpResponse<String> reopened =
                browser.submit(shown, "/voice/reopen", Map.of("code", CODE, "words", "Still no bus"));
        assertThat(reopened.statusCode()).isEqualTo(400);
        assertThat(reopened.body()).contains("Twice was enough.", "A second bus");
    }

    @Test
    void a_code_that_is_none_is_told_and_reaches_no_other_path() {
        OUTCOMES.stubFor(get(urlPathEqualTo(VOICE + "/suggestions/queue"))
                .willReturn(jsonResponse("{\"code\": \"no-such-code\", \"detail\": \"No suggestion has it.\"}", 404)));

        HttpResponse<String> shown =
                browser.submit(browser.open("/voice/follow"), "/voice/follow", Map.of("code", "../queue"));

        assertThat(shown.statusCode()).isEqualTo(404);
        assertThat(shown.body()).contains("No suggestion has it.");
        OUTCOMES.verify(0, getRequestedFor(urlPathEqualTo(VOICE + "/queue")));
    }

    @Nested
    class ThoseWhoAnswer {

        private static final String STEPS = VOICE + "/queue/12/steps";

        @BeforeEach
        void aStewardSignsIn() {
            IDENTITY_PROVIDER.signsIn("steward");
            answers(
                    "/queue",
                    "{\"results\": [{\"suggestion\": " + WITHHELD + ", \"original\": [], \"history\": []},"
                            + "{\"suggestion\": " + BUS
                            + ", \"original\": [{\"about\": \"the bus\", \"words\": \"Ask Tom for a bus\"}],"
                            + " \"redacted\": {\"about\": \"the bus\", \"words\": \"Ask [a name]\"}, \"history\": "
                            + HISTORY + "}], \"paging\": {}}");
            OUTCOMES.stubFor(post(urlPathEqualTo(STEPS)).willReturn(okJson("{}")));
        }

        @Test
        void read_what_was_written_one_suggestion_at_a_time() {
            assertThat(browser.open("/voice/queue").body())
                    .contains("Suggestion 11", "skip=1")
                    .doesNotContain("Ask Tom");
            assertThat(browser.open("/voice/queue?skip=1").body())
                    .contains("Ask Tom for a bus", "Thornby District Council", "A second bus: what was done")
                    .contains("type=\"hidden\" name=\"seen\"")
                    // Which of the two buttons was pressed is all that tells a milestone's end.
                    .contains("name=\"step\" value=\"reach\"", "name=\"step\" value=\"drop\"")
                    .doesNotContain("type=\"hidden\" name=\"step\" value=\"reach\"")
                    .doesNotContain("skip=2", "A shelter: what was done");
        }

        @Test
        void take_steps_that_reach_the_service_as_they_were_typed() {
            HttpResponse<String> after = browser.submit(
                    browser.open("/voice/queue?skip=1"),
                    "/voice/queue",
                    Map.of(
                            "number",
                            "12",
                            "step",
                            "reach",
                            "milestone",
                            "1",
                            "words",
                            "It runs",
                            "namesNobody",
                            "true",
                            "seen",
                            "4"));

            assertThat(after.body()).contains("read of it now", "Ask Tom for a bus");
            OUTCOMES.verify(
                    1,
                    postRequestedFor(urlPathEqualTo(STEPS))
                            .withRequestBody(equalToJson("{\"step\": \"reach\", \"milestone\": \"1\", \"words\":"
                                    + " \"It runs\", \"namesNobody\": true, \"seen\": \"4\"}")));
        }

        @Test
        void take_out_what_an_answerer_wrote_of_a_suggestion_that_is_closed_too() {
            HttpResponse<String> page = browser.open("/voice/queue?number=12");
            assertThat(page.body())
                    .contains(
                            "Ask Tom for a bus", "Take them out", "<option value=\"2\">10 March 2025: Partly</option>")
                    .doesNotContain("<option value=\"1\">3 March");
            OUTCOMES.verify(getRequestedFor(urlPathEqualTo(VOICE + "/queue")).withQueryParam("number", equalTo("12")));

            browser.submit(
                    page,
                    "/voice/queue",
                    Map.of(
                            "number",
                            "12",
                            "step",
                            "redact",
                            "event",
                            "2",
                            "of",
                            "role",
                            "why",
                            "names-somebody",
                            "seen",
                            "2"));

            OUTCOMES.verify(
                    1,
                    postRequestedFor(urlPathEqualTo(STEPS))
                            .withRequestBody(equalToJson("{\"step\": \"redact\", \"event\": \"2\", \"of\": \"role\","
                                    + " \"why\": \"names-somebody\", \"namesNobody\": false, \"seen\": \"2\"}")));
        }

        @Test
        void are_told_what_stands_against_a_step_and_keep_what_they_typed() {
            OUTCOMES.stubFor(post(urlPathEqualTo(STEPS))
                    .willReturn(jsonResponse("{\"code\": \"not-now\", \"detail\": \"Not now, please.\"}", 409)));

            HttpResponse<String> refused = browser.submit(
                    browser.open("/voice/queue?skip=1"),
                    "/voice/queue",
                    Map.of("number", "12", "step", "decide", "words", "We cannot", "role", "Head of Transport"));

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Not now, please.", "We cannot</textarea>", "Head of Transport");
        }

        @Test
        void do_not_find_what_they_typed_at_another_suggestion() {
            OUTCOMES.stubFor(post(urlPathEqualTo(VOICE + "/queue/99/steps"))
                    .willReturn(jsonResponse("{\"code\": \"not-now\", \"detail\": \"It is closed.\"}", 409)));

            HttpResponse<String> late = browser.submit(
                    browser.open("/voice/queue"),
                    "/voice/queue",
                    Map.of("number", "99", "step", "withhold", "words", "Secret"));

            assertThat(late.body()).contains("waits no longer; this is another").doesNotContain("Secret");
        }

        @Test
        void may_enter_a_paper_form_with_its_code_and_day() {
            browser.open("/voice/queue");
            HttpResponse<String> form = browser.open("/voice/suggest");
            assertThat(form.body()).contains("For staff: how it came");

            browser.submit(
                    form,
                    "/voice/suggest",
                    Map.of(
                            "kind",
                            "place",
                            "about",
                            "the park",
                            "words",
                            "Benches",
                            "channel",
                            "paper",
                            "code",
                            CODE,
                            "toldOn",
                            "2025-03-03"));

            OUTCOMES.verify(
                    1,
                    postRequestedFor(urlPathEqualTo(VOICE + "/suggestions"))
                            .withHeader("Authorization", containing("Bearer "))
                            .withRequestBody(equalToJson("{\"kind\": \"place\", \"about\": \"the park\", \"words\":"
                                    + " \"Benches\", \"channel\": \"paper\", \"code\": \"" + CODE
                                    + "\", \"toldOn\": \"2025-03-03\"}")));
        }

        @Test
        void are_stewards_and_agencies_and_nobody_else() {
            IDENTITY_PROVIDER.signsIn("board");

            assertThat(new Browser(port).open("/voice/queue").statusCode()).isEqualTo(403);
        }
    }

    private HttpResponse<String> suggest(Map<String, String> fields) {
        return browser.submit(browser.open("/voice/suggest"), "/voice/suggest", fields);
    }

    private static void answers(String path, String json) {
        OUTCOMES.stubFor(get(urlPathEqualTo(VOICE + path)).willReturn(okJson(json)));
    }
}
