package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WhyPagesIntegrationTests extends GatewayStack {

    private static final String COUNTY = "/place/why?year=2024-25&agency=county&asOf=2025-05-01T09:00:00Z&figure=net";

    private Browser browser = new Browser(0);

    @BeforeEach
    void aBoardMemberSignsIn() {
        SampleAnswers.areGiven();
        SampleBoard.areGiven();
        SampleWhy.isGiven();
        browser = new Browser(port);
        IDENTITY_PROVIDER.signsIn("board");
    }

    @Nested
    class EveryAmountOfThePlace {

        @Test
        void leads_to_its_reasons_as_of_the_moment_at_which_it_was_counted() {
            String page = browser.open("/place?year=2024-25").body();

            assertThat(page)
                    .contains("/place/why?year=2024-25&amp;asOf=2025-05-01T09%3A00%3A00Z&amp;figure=net")
                    .contains("/place/why?year=2024-25&amp;agency=county&amp;asOf=2025-05-01T09%3A00%3A00Z&amp;"
                            + "figure=gross")
                    .contains("/place/why?year=2024-25&amp;function=unmapped&amp;asOf=")
                    .contains("agency=county&amp;payeeAgency=district&amp;transfer=any")
                    .contains("phase=budget&amp;agency=county")
                    .contains(": why, net of Northmoor County Council");
        }
    }

    @Nested
    class TheReasons {

        @Test
        void begin_with_the_figure_and_how_it_is_made_up() {
            String page = browser.open(COUNTY).body();

            assertThat(page)
                    .contains("Northmoor County Council, 2024-25", "Net spending: £704,567,890.12", "210,210")
                    .contains("£734,567,890.12", "£30,000,000.00", "£1,638.53", "1 May 2025 at 10:00")
                    .contains("THORNBY DC", "alias", "caseload", "£430.00", "rules 3: care", "March came")
                    .contains("gross - eliminated + apportioned = net");
            SPEND.verify(getRequestedFor(urlPathEqualTo(SampleWhy.WHY))
                    .withQueryParam("agency", equalTo("county"))
                    .withQueryParam("asOf", equalTo("2025-05-01T09:00:00Z"))
                    .withQueryParam("figure", absent()));
        }

        @Test
        void show_the_largest_deliveries_and_lead_to_all_of_them_in_pages() {
            String page = browser.open(COUNTY).body();
            String first =
                    browser.open(COUNTY.replace("why?", "why/deliveries?")).body();
            String second = browser.open(COUNTY.replace("why?", "why/deliveries?") + "&page=2")
                    .body();

            assertThat(page)
                    .contains("See all 120", "file-120.csv", "file-111.csv")
                    .doesNotContain("file-110.csv");
            assertThat(first).contains("Page 1 of 2, 120 rows", "file-021.csv", "&amp;page=2");
            assertThat(second)
                    .contains("Page 2 of 2", "file-020.csv", "Previous page")
                    .doesNotContain("file-021.csv");
            assertThat(browser.open(COUNTY.replace("why?", "why/deliveries?") + "&page=9")
                            .body())
                    .contains("Page 2 of 2");
        }

        @Test
        void go_down_to_the_lines_page_by_page() {
            String lines = COUNTY.replace("why?", "why/lines?");

            String first = browser.open(lines).body();

            assertThat(first).contains("3 June 2024", "A Ltd", "Adult care", "Home care", "−£12.50", ">12<");
            assertThat(first).contains("&amp;cursor=abc%2B%2F%3D");
            assertThat(browser.open(lines + "&cursor=abc%2B%2F%3D").body())
                    .contains("No line is in this figure.", "Back to the first page");
        }

        @Test
        void of_transfers_lead_to_the_lines_of_transfers_alone() {
            String page = browser.open(COUNTY.replace("figure=net", "figure=eliminated"))
                    .body();

            assertThat(page)
                    .contains(
                            "Transfers taken out: £30,000,000.00",
                            "/place/why/lines?year=2024-25&amp;agency=county&amp;transfer=any&amp;asOf=");
        }

        @Test
        void are_told_as_files_too() {
            HttpResponse<String> deliveries = browser.open(COUNTY.replace("why?", "why/deliveries.csv?"));
            HttpResponse<String> shares = browser.open(COUNTY.replace("why?", "why/shares.csv?"));
            HttpResponse<String> lines = browser.open(COUNTY.replace("why?", "why/lines.csv?"));

            assertThat(deliveries.body())
                    .startsWith("agency,file,feed,postedAt,enters,lines,amount,delivery,sha256\r\n")
                    .contains("county,file-007.csv,county-payments,2025-04-30T08:00:00Z,gross,1751,7.25,d-7,00");
            assertThat(shares.body()).endsWith("probation,caseload,,,430,1000,1000.00,0.00,430.00\r\n");
            assertThat(lines.body()).contains("county,-12.50");
            assertThat(browser.open(COUNTY.replace("why?", "why/else.csv?")).statusCode())
                    .isEqualTo(404);
        }

        @Test
        void are_pinned_to_their_moment_when_the_address_names_none() {
            String page = browser.open("/place/why?year=2024-25").body();

            assertThat(page).contains("The whole place", "why/lines?year=2024-25&amp;asOf=2025-05-01T09%3A00%3A00Z");
        }

        @Test
        void say_so_when_no_line_stands_behind_the_figure() {
            SPEND.stubFor(get(urlPathEqualTo(SampleWhy.WHY)).willReturn(okJson("""
                    {"figure": {"year": "2024-25", "phase": "budget", "ledger": 0.00, "gross": 0.00, "lines": 0}}""")));

            String page = browser.open("/place/why?year=2024-25&agency=county&phase=budget&figure=ledger")
                    .body();

            assertThat(page)
                    .contains("Northmoor County Council, Budget", "No line of the ledger stands behind it.")
                    .contains("does not go into this detail", "No delivery has a line in this figure.");
        }

        @Test
        void are_refused_in_the_services_words_to_whom_they_are_not_for() {
            SPEND.stubFor(get(urlPathEqualTo(SampleWhy.WHY))
                    .willReturn(jsonResponse(
                            "{\"code\": \"not-your-agency\", \"detail\": \"An agency sees its own lines.\"}", 403)));

            HttpResponse<String> page = browser.open(COUNTY);

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("You may not see this page", "An agency sees its own lines.");
        }
    }

    @Nested
    class TheSecondView {

        @Test
        void draws_and_tabulates_who_spends_on_what() {
            SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/whole-area"))
                    .withQueryParam("groupBy", equalTo("agency,function"))
                    .willReturn(okJson(SampleAnswers.WHOLE_AREA.replace(
                            "{\"function\": \"10\"",
                            "{\"agency\": \"county\", \"name\": \"Northmoor County Council\","
                                    + " \"function\": \"10\""))));

            String page = browser.open("/place/treemap?year=2024-25").body();

            assertThat(page)
                    .contains("The largest part is Social protection of Northmoor County Council: £1.17 billion.")
                    .contains("<svg", "Northmoor County Council, Social protection: £1.17 billion")
                    .contains("£1,170,000,000.50", "agency=county&amp;function=10&amp;asOf=", "Not yet classified");
            assertThat(page).doesNotContain("style=");
        }

        @Test
        void says_so_when_nothing_was_delivered() {
            SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/whole-area")).willReturn(okJson(SampleAnswers.EMPTY_AREA)));

            assertThat(browser.open("/place/treemap").body()).contains("No payments have been delivered for this year");
        }
    }
}
