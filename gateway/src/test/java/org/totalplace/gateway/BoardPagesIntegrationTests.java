package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BoardPagesIntegrationTests extends GatewayStack {

    private static final String JOURNEY_PAGE = "/journeys/homelessness?year=2024-25";

    private Browser browser = new Browser(0);

    @BeforeEach
    void aBoardMemberSignsIn() {
        SampleAnswers.areGiven();
        SampleBoard.areGiven();
        browser = new Browser(port);
        IDENTITY_PROVIDER.signsIn("board");
    }

    @Nested
    class TheJourney {

        @Test
        void says_the_costliest_of_the_commonest_ways_first() {
            String page = browser.open(JOURNEY_PAGE).body();

            assertThat(page)
                    .contains(
                            "number 1 costs most: £1,500.00 a person (At risk (Northmoor County Council), then At risk"
                                    + " (Northmoor County Council) with Housed (Thornby District Council))");
            assertThat(page.indexOf("costs most")).isLessThan(page.indexOf("<table"));
        }

        @Test
        void says_beside_its_total_what_is_not_in_it() {
            assertThat(browser.open(JOURNEY_PAGE).body().replaceAll("\\s+", " "))
                    .contains("That is without one cell of the map that is confidential.");
        }

        @Test
        void shows_waits_repeats_drop_outs_and_what_came_in_time() {
            String page = browser.open(JOURNEY_PAGE).body();

            assertThat(page)
                    .contains("12 days", "4 to 31 days", "61 days", "£120.00", "Social: 310 better, 0 same, c worse")
                    .contains("45 people were assessed by a second agency", "Came in time: 72%", ">85<")
                    .contains("Housed within 56 days after At risk by Thornby District Council");
        }

        @Test
        void shows_on_how_few_people_its_cost_falls() {
            String page = browser.open(JOURNEY_PAGE).body();

            assertThat(page)
                    .contains(
                            "50.0% of the cost is spent on the 10% of people who cost most.", "£248.40", "£155,250.10")
                    .contains("£238.85 to £258.75");
            JOURNEY.verify(getRequestedFor(urlPathEqualTo("/api/v1/journeys/concentration"))
                    .withQueryParam("map", equalTo("homelessness")));
        }

        @Test
        void narrows_the_ways_to_whom_its_address_names_and_keeps_them_in_its_files() {
            String page = browser.open(JOURNEY_PAGE + "&area=NM4&ageBand=75-84").body();
            HttpResponse<String> csv =
                    browser.open("/journeys/homelessness/ways/variants.csv?year=2024-25&area=NM4&ageBand=75-84");

            assertThat(page)
                    .contains("of some people only", "NM4")
                    .contains("/journeys/homelessness/ways/variants.csv?year=2024-25&amp;area=NM4&amp;ageBand=75-84");
            assertThat(csv.body())
                    .contains("costPerPerson,socialBetter,socialSame,socialWorse,socialUnknown,environmentalBetter")
                    .contains("1,v-long,at-risk@county > at-risk@county + housed@district,800,61,1500.00,310,0,c,0,0,")
                    .contains("3,v-third,housed@district,20,61,90.00");
            JOURNEY.verify(
                    2,
                    getRequestedFor(urlPathEqualTo(SampleBoard.PATHWAYS + "/variants"))
                            .withQueryParam("area", equalTo("NM4"))
                            .withQueryParam("most", equalTo("8")));
            JOURNEY.verify(
                    2,
                    getRequestedFor(urlPathEqualTo(SampleBoard.PATHWAYS))
                            .withQueryParam("area", equalTo("NM4"))
                            .withQueryParam("ageBand", equalTo("75-84")));
        }

        @Test
        void tells_waits_as_a_file_with_the_symbols_of_the_page() {
            HttpResponse<String> csv = browser.open("/journeys/homelessness/ways/hand-offs.csv?year=2024-25");

            assertThat(csv.body())
                    .isEqualTo("from,to,persons,medianWaitDays,lowerQuartile,upperQuartile\r\n"
                            + "county,district,640,12,4,31\r\ndistrict,county,c,c,x,x\r\n");
            assertThat(browser.open("/journeys/homelessness/ways/else.csv").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void keeps_its_map_when_a_part_of_it_is_refused() {
            JOURNEY.stubFor(any(urlPathEqualTo(SampleBoard.PATHWAYS))
                    .willReturn(jsonResponse(
                            "{\"code\": \"bad-input\", \"detail\": \"An area is the first half of a postcode.\"}",
                            400)));
            JOURNEY.stubFor(any(urlPathEqualTo("/api/v1/journeys/concentration"))
                    .willReturn(jsonResponse("{\"code\": \"role-not-allowed\", \"detail\": \"Needs a role.\"}", 403)));

            HttpResponse<String> page = browser.open(JOURNEY_PAGE + "&area=nowhere");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("£310,500.25", "An area is the first half of a postcode.")
                    .contains("Your role does not open this part of the page.");
        }
    }

    @Nested
    class WhoTheCostFallsOn {

        @Test
        void is_answered_of_everybody_until_a_journey_is_chosen() {
            String page = browser.open("/concentration?year=2024-25").body();

            assertThat(page)
                    .contains(
                            "Who the cost falls on", "All journeys and contacts", "on the 10% of people who cost most")
                    .contains("<option value=\"homelessness\"", "confidential");
            JOURNEY.verify(getRequestedFor(urlPathEqualTo("/api/v1/journeys/concentration"))
                    .withQueryParam("map", absent()));
            assertThat(browser.open("/concentration?year=2024-25&map=homelessness")
                            .body())
                    .contains("Homelessness, 2024-25");
        }
    }

    @Nested
    class ThePlace {

        @Test
        void says_what_each_inhabitant_costs_and_what_changed_on_the_year_before() {
            SPEND.stubFor(any(urlPathEqualTo("/api/v1/spend/whole-area"))
                    .withQueryParam("year", equalTo("2024-25"))
                    .willReturn(okJson(SampleAnswers.WHOLE_AREA.replaceFirst(
                            "\\{",
                            "{\"perHead\": {\"gross\": 2871.09, \"net\": 3255.81, \"population\": 430000,"
                                    + " \"source\": \"an estimate\"}, \"quality\": {\"grade\": \"C\"}, "))));

            String page = browser.open("/place?year=2024-25").body();

            assertThat(page)
                    .contains("£3,255.81", "430,000", "an estimate", "to D: C.")
                    .contains("That is £100.0 million more than in 2023-24 (+7.7%).")
                    .contains("part of the change may be that")
                    .contains("+£4,567,890.12 (+0.7%)", "−£129,999,999.50 (−10.0%)");
        }

        @Test
        void shows_budget_against_outturn_with_what_was_not_delivered_as_a_symbol() {
            String page = browser.open("/place?year=2024-25").body();

            assertThat(page).contains("Budget against outturn", "£700,000,000.00", "£12,500,000.25", ">x<");
            assertThat(page).contains("/place/phases.csv?year=2024-25");
        }

        @Test
        void tells_those_who_tend_feeds_which_are_late_before_any_figure() {
            SampleFeeds.areGiven();
            IDENTITY_PROVIDER.signsIn("steward");

            String page = new Browser(port).open("/place?year=2024-25").body();

            assertThat(page).contains("the feed county-payments is late today");
            assertThat(page.indexOf("county-payments is late")).isLessThan(page.indexOf("£1.40 billion"));
        }

        @Test
        void does_not_ask_for_feeds_in_the_name_of_a_board() {
            browser.open("/place?year=2024-25");

            SPEND.verify(0, getRequestedFor(urlPathMatching("/api/v1/spend/feeds/.*")));
        }
    }

    @Nested
    class Outcomes {

        @Test
        void are_told_by_domain_and_measure_with_their_interval() {
            String page = browser.open("/outcomes").body();

            assertThat(page)
                    .contains("45% better off, 25% worse off", "42% to 48%", "Mental well-being")
                    .contains("/outcomes/swemwbs", "too few people to say", "confidential");
        }

        @Test
        void are_narrowed_by_the_pages_address_in_the_file_too() {
            browser.open("/outcomes?journey=homelessness&from=2024-04&to=");
            HttpResponse<String> csv = browser.open("/outcomes/by-measure.csv?journey=homelessness");

            assertThat(csv.body()).isEqualTo(SampleBoard.MEASURES_CSV);
            OUTCOMES.verify(
                    2,
                    getRequestedFor(urlPathEqualTo("/api/v1/outcomes/summary"))
                            .withQueryParam("journey", equalTo("homelessness"))
                            .withQueryParam("from", equalTo("2024-04"))
                            .withQueryParam("to", absent()));
        }

        @Test
        void a_month_that_is_none_is_told_beside_its_field() {
            HttpResponse<String> page = browser.open("/outcomes?from=last+May");

            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body())
                    .contains("There is a problem", "href=\"#from\"", "Write the month like 2025-03", "last May");
        }

        @Test
        void of_one_measure_are_told_over_time_by_journey_and_by_agency() {
            String page = browser.open("/outcomes/swemwbs").body();

            assertThat(page)
                    .contains("How people feel and function.", "March 2025", "Homelessness", "Northmoor County Council")
                    .contains("Better is a latest value higher than the first by at least 1, at least 14 days after");
            assertThat(browser.open("/outcomes/nothing").statusCode()).isEqualTo(404);
            assertThat(browser.open("/outcomes/swemwbs/by-month.csv").body()).isEqualTo(SampleBoard.MEASURES_CSV);
        }

        @Test
        void of_one_measure_leave_out_the_table_that_is_refused() {
            refused("month");

            HttpResponse<String> page = browser.open("/outcomes/swemwbs");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("This part is not shown", "Homelessness", "Northmoor County Council")
                    .doesNotContain("March 2025");
        }

        @Test
        void of_domains_that_are_refused_leave_those_of_measures() {
            refused("domain");

            HttpResponse<String> page = browser.open("/outcomes");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("This part is not shown", "Mental well-being")
                    .doesNotContain("45% better off");
        }

        private static void refused(String by) {
            OUTCOMES.stubFor(any(urlPathEqualTo("/api/v1/outcomes/summary"))
                    .withQueryParam("groupBy", equalTo(by))
                    .willReturn(aResponse()
                            .withStatus(409)
                            .withHeader("Content-Type", "application/problem+json")
                            .withBody("{\"code\": \"few-left-over\", \"detail\": \"Few would be left over.\"}")));
        }

        @Test
        void tell_the_definitions_of_a_measure_apart() {
            SampleBoard.summarised("measure", """
                    {"measure": "swemwbs", "series": "1"}, {"measure": "swemwbs", "series": "2"},
                    {"measure": "other", "series": "3"}
                    """);

            assertThat(browser.open("/outcomes").body())
                    .contains("Mental well-being (definition 1)", "Mental well-being (definition 2)")
                    .doesNotContain("(definition 3)");
        }

        @Test
        void say_that_something_is_away_and_not_that_there_is_no_such_measure() {
            OUTCOMES.stubFor(any(urlPathEqualTo("/api/v1/outcomes/measures"))
                    .willReturn(aResponse().withStatus(500)));

            assertThat(browser.open("/outcomes/swemwbs").statusCode()).isGreaterThanOrEqualTo(500);
        }

        @Test
        void say_so_when_nothing_was_observed() {
            OUTCOMES.stubFor(any(urlPathEqualTo("/api/v1/outcomes/summary"))
                    .willReturn(okJson("{\"asOf\": \"2025-05-01T09:00:00Z\", \"results\": []}")));

            assertThat(browser.open("/outcomes").body()).contains("Nothing has been observed");
        }
    }
}
