package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.gateway.page.Money;
import org.totalplace.value.Pence;

class PagesIntegrationTests extends GatewayStack {

    private Browser browser = new Browser(0);

    @BeforeEach
    void aNewBrowser() {
        SampleAnswers.areGiven();
        browser = new Browser(port);
    }

    @Nested
    class AVisitor {

        @Test
        void reads_what_this_is_and_where_to_sign_in() {
            HttpResponse<String> start = browser.open("/");

            assertThat(start.statusCode()).isEqualTo(200);
            assertThat(start.body()).contains("<h1", "Sign in", "<main", "Skip to main content");
            assertThat(header(start, "Content-Security-Policy"))
                    .contains("script-src 'self'", "default-src 'none'")
                    .doesNotContain("unsafe-inline");
            assertThat(header(start, "Set-Cookie")).doesNotContain("SameSite=None");
        }

        @Test
        void is_sent_to_sign_in_and_comes_back_to_the_page_asked_for() {
            IDENTITY_PROVIDER.signsIn("board");

            HttpResponse<String> page = browser.open("/place?year=2024-25");

            assertThat(page.uri().getPath()).isEqualTo("/place");
            assertThat(page.body()).contains("Signed in as board");
            SPEND.verify(getRequestedFor(urlPathEqualTo("/api/v1/spend/whole-area"))
                    .withQueryParam("year", equalTo("2024-25")));
        }

        @Test
        void whose_sign_in_fails_is_told_so_instead_of_going_round() {
            HttpResponse<String> failed = browser.open("/login/oauth2/code/total-place?code=any&state=not-ours");

            assertThat(failed.statusCode()).isEqualTo(503);
            assertThat(failed.body()).contains("You could not be signed in");
        }

        @Test
        void gets_the_style_sheets_and_no_inline_script() {
            assertThat(browser.open("/assets/govuk-frontend.min.css").statusCode())
                    .isEqualTo(200);
            assertThat(browser.open("/assets/total-place.css").statusCode()).isEqualTo(200);
            assertThat(browser.open("/assets/person.js").statusCode()).isEqualTo(200);
            assertThat(browser.open("/").body()).doesNotContain("<script>", "onclick", "style=");
        }
    }

    @Nested
    class TheBoardsPage {

        @BeforeEach
        void aBoardMemberIsThere() {
            IDENTITY_PROVIDER.signsIn("board");
        }

        @Test
        void shows_the_count_with_what_is_missing_said_first() {
            String page = browser.open("/place?year=2024-25").body();

            assertThat(page)
                    .contains(
                            "Northmoor", "£1,234,567,890.12", "£34,567,890.12", "£200,000,000.50", "£1,400,000,000.50")
                    .contains("£1.40 billion", "1 May 2025 at 10:00", "12.3%")
                    .contains("Northmoor Probation Service: nothing delivered")
                    .contains("Thornby District Council: 2 of 12 months not delivered")
                    .contains("Social protection", "Not yet classified", "Taken out");
            assertThat(page.indexOf("Not everything is counted yet")).isLessThan(page.indexOf("£1.40 billion"));
        }

        @Test
        void shows_the_figures_of_its_csv() {
            String page = browser.open("/place?year=2024-25").body();
            HttpResponse<String> csv = browser.open("/place/agencies.csv?year=2024-25");

            assertThat(header(csv, "Content-Type")).startsWith("text/csv");
            assertThat(header(csv, "Content-Disposition")).contains("agencies-2024-25.csv");
            assertThat(csv.body()).isEqualTo(SampleAnswers.AGENCIES_CSV);
            csv.body().lines().skip(1).map(row -> row.split(",", -1)).forEach(cells -> {
                for (int column = 2; column <= 5; column++) {
                    assertThat(page).contains(Money.shown(Pence.ofPounds(new BigDecimal(cells[column]))));
                }
            });
        }

        @Test
        void says_so_when_nothing_has_been_delivered() {
            SPEND.stubFor(any(urlPathEqualTo("/api/v1/spend/whole-area")).willReturn(okJson(SampleAnswers.EMPTY_AREA)));

            assertThat(browser.open("/place").body()).contains("No payments have been delivered for this year yet");
        }

        @Test
        void says_in_plain_words_that_a_service_is_away() {
            browser.open("/");
            SPEND.stop();
            try {
                HttpResponse<String> page = browser.open("/place");

                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.body())
                        .contains("<h1", "The spending service is not answering at the moment", "Signed in as board");
            } finally {
                SPEND.start();
            }
        }

        @Test
        void a_year_that_is_none_and_an_address_that_is_none_are_told_as_pages() {
            HttpResponse<String> year = browser.open("/place?year=2024");
            HttpResponse<String> nowhere = browser.open("/nowhere");

            assertThat(year.statusCode()).isEqualTo(400);
            assertThat(year.body()).contains("A year is written like 2024-25");
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(nowhere.body()).contains("Page not found");
        }

        @Test
        void journeys_show_stages_by_agencies_with_symbols_explained() {
            assertThat(browser.open("/journeys").body()).contains("Homelessness", "At risk → Housed");

            String page = browser.open("/journeys/homelessness?year=2024-25").body();

            assertThat(page)
                    .contains("£310,500.25", "900 people", "4,205 contacts", "1,250", "c people")
                    .contains("Contacts on no journey", "confidential", "Northmoor County Council");
        }
    }

    @Nested
    class APractitioner {

        @BeforeEach
        void isThere() {
            IDENTITY_PROVIDER.signsIn("practitioner");
        }

        @Test
        void finds_a_person_and_every_look_is_recorded_once() throws Exception {
            HttpResponse<String> person =
                    find(Map.of("agency", "county", "reference", "C-77 81", "purpose", "direct-care"));

            assertThat(person.statusCode()).isEqualTo(200);
            assertThat(person.uri().getPath()).isEqualTo("/people/" + SOMEBODY);
            assertThat(person.uri().getQuery()).isNull();
            assertThat(header(person, "Cache-Control")).contains("no-store");
            assertThat(person.body())
                    .contains("Mental well-being (points)", "17.5", "23", "5.5", "Improved")
                    .contains("Homelessness", "Housed", "3 November 2024", "Northmoor County Council", "£12,345.67")
                    .contains("Two agencies give different dates of birth", "Northmoor Probation Service")
                    .contains("A freezing home, raised on 10 January 2025, with Northmoor County Council")
                    .doesNotContain("Who looked", "practitioner (practitioner)");
            assertThat(usage())
                    .containsExactly(
                            usageOf("practitioner", "direct-care", "/people"),
                            usageOf("practitioner", "direct-care", "/people/{id}"));
        }

        @Test
        void sees_what_happened_across_agencies_newest_first_and_does_without_what_is_refused() {
            JOURNEY.stubFor(any(urlPathEqualTo("/api/v1/people/" + SOMEBODY + "/contacts"))
                    .withHeader("X-Purpose", equalTo("direct-care"))
                    .willReturn(okJson(SampleAnswers.CONTACTS)));
            String page = find(Map.of("agency", "county", "reference", "C-77 81", "purpose", "direct-care"))
                    .body();

            assertThat(page).contains("Home visit", "Homelessness: at risk", "£120.50 (by a reference cost)");
            assertThat(page.indexOf("Home visit")).isLessThan(page.indexOf("Mental well-being: 17.5"));

            JOURNEY.stubFor(any(urlPathEqualTo("/api/v1/people/" + SOMEBODY + "/contacts"))
                    .willReturn(notFound()));
            assertThat(browser.open("/people/" + SOMEBODY).body())
                    .contains("Contacts are not shown", "Mental well-being: 17.5");
        }

        @Test
        void is_told_what_is_missing_in_the_form() throws Exception {
            HttpResponse<String> again = find(Map.of("agency", "", "reference", "", "purpose", "audit"));

            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(again.body())
                    .contains("There is a problem", "Choose the agency", "Enter the person", "Say why you look");
            assertThat(usage()).isEmpty();
            assertThat(JOURNEY.getAllServeEvents()).isEmpty();
        }

        @Test
        void is_told_when_nobody_has_the_reference() throws Exception {
            JOURNEY.stubFor(any(anyUrl()).willReturn(notFound()));

            HttpResponse<String> again =
                    find(Map.of("agency", "county", "reference", "none", "purpose", "direct-care"));

            assertThat(again.statusCode()).isEqualTo(404);
            assertThat(again.body()).contains("Nobody is known by this reference");
            assertThat(usage()).isEmpty();
        }

        @Test
        void is_asked_why_before_a_person_is_shown() throws Exception {
            browser.open("/people");

            HttpResponse<String> why = browser.open("/people/" + SOMEBODY);

            assertThat(why.uri().getPath()).isEqualTo("/people/" + SOMEBODY + "/purpose");
            assertThat(OUTCOMES.getAllServeEvents()).isEmpty();

            HttpResponse<String> shown =
                    browser.submit(why, "/people/" + SOMEBODY + "/purpose", Map.of("purpose", "safeguarding"));

            assertThat(shown.body()).contains("Mental well-being");
            assertThat(usage()).containsExactly(usageOf("practitioner", "safeguarding", "/people/{id}"));
        }

        @Test
        void hears_that_the_view_changed_but_not_what_is_in_it() throws Exception {
            find(Map.of("agency", "county", "reference", "C-77 81", "purpose", "direct-care"));

            HttpResponse<String> changes = browser.open("/people/" + SOMEBODY + "/changes");

            assertThat(header(changes, "Content-Type")).startsWith("text/event-stream");
            assertThat(changes.body()).contains("event:view", "data:2025-05-02T08:00:00Z");
            assertThat(usage()).hasSize(3).contains(usageOf("practitioner", "direct-care", "/people/{id}/changes"));
        }

        /** An open page that fetches itself is no look each time. */
        @Test
        void is_recorded_once_an_hour_for_a_page_that_keeps_itself_new() throws Exception {
            find(Map.of("agency", "county", "reference", "C-77 81", "purpose", "direct-care"));

            for (int i = 0; i < 3; i++) {
                assertThat(browser.refresh("/people/" + SOMEBODY).body()).contains("Mental well-being");
            }
            moveBack("2 hours");
            browser.refresh("/people/" + SOMEBODY);

            assertThat(usage())
                    .containsExactly(
                            usageOf("practitioner", "direct-care", "/people"),
                            usageOf("practitioner", "direct-care", "/people/{id}"),
                            usageOf("practitioner", "direct-care", "/people/{id}/refreshed"),
                            usageOf("practitioner", "direct-care", "/people/{id}/refreshed"));
        }

        private static void moveBack(String interval) throws SQLException {
            try (var owner = owner();
                    var statement = owner.createStatement()) {
                statement.execute("update usage_record set at = at - interval '" + interval + "'");
            }
        }

        @Test
        void sees_nothing_when_the_look_cannot_be_recorded() {
            browser.open("/people");
            HttpResponse<String> form = browser.open("/people/" + SOMEBODY);
            DATABASE_LINE.cut();
            try {
                HttpResponse<String> refused =
                        browser.submit(form, "/people/" + SOMEBODY + "/purpose", Map.of("purpose", "direct-care"));

                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body()).contains("could not be recorded").doesNotContain("Mental well-being");
            } finally {
                DATABASE_LINE.mend();
            }
        }

        @Test
        void a_form_from_another_site_is_refused() throws Exception {
            browser.open("/people");

            HttpResponse<String> refused = browser.post(
                    "/people", Map.of("agency", "county", "reference", "C-77 81", "purpose", "direct-care"), "guess");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("this form is out of date");
            assertThat(usage()).isEmpty();
        }

        private HttpResponse<String> find(Map<String, String> fields) {
            return browser.submit(browser.open("/people"), "/people", fields);
        }
    }

    @Test
    void whoever_signs_out_is_a_visitor_again() {
        IDENTITY_PROVIDER.signsIn("board");
        HttpResponse<String> page = browser.open("/journeys");

        HttpResponse<String> out = browser.submit(page, "/logout", Map.of());

        assertThat(out.uri().toString())
                .startsWith(IDENTITY_PROVIDER.issuer() + StandInIdentityProvider.PLACE + "/logout");
        assertThat(browser.open("/").body()).doesNotContain("Signed in as");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
