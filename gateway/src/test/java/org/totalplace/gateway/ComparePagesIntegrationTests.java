package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
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

class ComparePagesIntegrationTests extends GatewayStack {

    private static final String SUMMARY = "/api/v1/outcomes/summary";

    private Browser browser = new Browser(0);

    @BeforeEach
    void aBoardMemberSignsIn() {
        SampleAnswers.areGiven();
        SampleBoard.areGiven();
        browser = new Browser(port);
        IDENTITY_PROVIDER.signsIn("board");
    }

    @Nested
    class MoneyToJourneysToOutcomes {

        @BeforeEach
        void peopleOfAJourneyAreTold() {
            OUTCOMES.stubFor(get(urlPathEqualTo(SUMMARY))
                    .withQueryParam("groupBy", equalTo("journey,domain"))
                    .willReturn(okJson("""
                            {"asOf": "2025-05-01T09:00:00Z", "results": [{"journey": "homelessness", "domain": "social",
                             "persons": {"value": 1000, "symbol": null}, "byStatus": {
                              "better": {"value": 450, "symbol": null}, "same": {"value": 300, "symbol": null},
                              "worse": {"value": 250, "symbol": null}, "unknown": {"value": null, "symbol": "c"}}}]}
                            """)));
        }

        @Test
        void is_told_in_a_sentence_a_picture_and_two_tables() {
            String page = browser.open("/flow?year=2024-25").body();

            assertThat(page)
                    .contains("£310,500.25 can be followed to people’s journeys.")
                    .contains("of the people observed there, 450 are better off and 250 worse off in the social domain")
                    .contains("Northmoor County Council to Homelessness: £310,500.25")
                    .contains("Homelessness to Better off<")
                    .contains(">450<", ">300<", ">250<", ">c<")
                    .doesNotContain("style=");
        }

        @Test
        void keeps_its_money_when_outcomes_are_refused() {
            OUTCOMES.stubFor(any(urlPathEqualTo(SUMMARY)).willReturn(jsonResponse("{\"code\": \"no\"}", 403)));

            String page = browser.open("/flow?year=2024-25").body();

            assertThat(page)
                    .contains("Your role does not open this part of the page.")
                    .contains("Homelessness to Not told<");
        }

        @Test
        void does_not_take_an_outage_for_no_money() {
            JOURNEY.stubFor(any(urlPathEqualTo("/api/v1/journeys/maps")).willReturn(jsonResponse("{}", 503)));

            assertThat(browser.open("/flow?year=2024-25").statusCode()).isEqualTo(503);
            assertThat(browser.open("/flow/money.csv?year=2024-25").statusCode())
                    .isEqualTo(503);
        }

        @Test
        void shows_no_pounds_where_none_are_told() {
            String page = browser.open("/flow?year=2024-25").body();

            assertThat(page.substring(page.indexOf(">Thornby District Council</th>")))
                    .containsPattern("^>Thornby District Council</th>\\s+<td[^>]*>x</td>\\s+"
                            + "<td[^>]*>£0.00</td>\\s+<td[^>]*>x</td>");
        }

        @Test
        void shows_no_year_that_has_none_before_or_after_it() {
            assertThat(browser.open("/flow?year=1900-01").statusCode()).isEqualTo(400);
            assertThat(browser.open("/place?year=2199-00").statusCode()).isEqualTo(400);
        }

        @Test
        void gives_its_rows_as_files() {
            assertThat(browser.open("/flow/money.csv?year=2024-25").body())
                    .isEqualTo("agency,journey,cost\r\ncounty,homelessness,310500.25\r\n"
                            + "district,homelessness,x\r\ncounty,unmapped,x\r\n");
            assertThat(browser.open("/flow/outcomes.csv?domain=economic").statusCode())
                    .isEqualTo(200);
            OUTCOMES.verify(getRequestedFor(urlPathEqualTo(SUMMARY)).withQueryParam("domain", equalTo("economic")));
        }

        @Test
        void is_not_for_agencies_and_knows_three_domains() {
            assertThat(browser.open("/flow?domain=other").statusCode()).isEqualTo(400);
            IDENTITY_PROVIDER.signsIn("agency");

            assertThat(new Browser(port).open("/flow").statusCode()).isEqualTo(403);
        }
    }

    @Nested
    class TwoYears {

        @Test
        void stand_beside_each_other_with_their_difference() {
            String page = browser.open("/compare?first=2023-24&second=2024-25").body();

            assertThat(page)
                    .contains("The place spent £1.30 billion in 2023-24 and £1.40 billion in 2024-25, every pound once:"
                            + " £100.0 million more.")
                    .contains("£700,000,000.00", "£704,567,890.12", "+£4,567,890.12", "+0.7%")
                    .contains("−£129,999,999.50", "−10.0%", "part of the change may be that");
        }

        @Test
        void have_no_difference_where_one_was_not_delivered() {
            String csv =
                    browser.open("/compare.csv?first=2023-24&second=2024-25").body();

            assertThat(csv)
                    .contains("table,code,name,2023-24,2024-25,difference")
                    .contains("agency,county,Northmoor County Council,700000000.00,704567890.12,4567890.12")
                    .contains("agency,district,Thornby District Council,x,695432110.38,x")
                    .contains("agency,probation,Northmoor Probation Service,x,x,x");
        }

        @Test
        void are_this_one_and_the_one_before_until_others_are_chosen() {
            assertThat(browser.open("/compare").body()).contains("Compare 2023-24 and 2024-25");
            assertThat(browser.open("/compare?first=last").statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class TwoWays {

        private static final String SIDE = """
                {"variant": "any", "steps": ["at-risk@county"], "persons": {"value": 20, "symbol": null}, "medianDays": 61,
                 "costPerPerson": {"value": %s, "symbol": null},
                 "outcomes": {"social": {"better": {"value": 310, "symbol": null}, "worse": {"value": null, "symbol": "c"}}}}
                """;

        @BeforeEach
        void twoWaysAreTold() {
            JOURNEY.stubFor(get(urlPathEqualTo(SampleBoard.PATHWAYS + "/comparison"))
                    .withQueryParam("first", equalTo("v-long"))
                    .withQueryParam("second", equalTo("v-short"))
                    .willReturn(okJson("{\"first\": " + SIDE.formatted("1500.00") + ", \"second\": "
                            + SIDE.formatted("120.00") + "}")));
        }

        @Test
        void of_a_journey_stand_beside_each_other() {
            String page = browser.open("/compare/ways?map=homelessness&year=2024-25&first=v-long&second=v-short")
                    .body();

            assertThat(page)
                    .contains("£1,500.00", "£120.00", "−£1,380.00", "61", "Social: better", ">c<")
                    .contains("<option value=\"v-long\" selected=\"selected\">");
            assertThat(browser.open("/compare/ways.csv?map=homelessness&year=2024-25&first=v-long&second=v-short")
                            .body())
                    .contains("Cost a person,1500.00,120.00,-1380.00", "Social: worse,c,c,x");
        }

        @Test
        void are_the_commonest_until_others_are_chosen() {
            browser.open("/compare/ways");

            JOURNEY.verify(getRequestedFor(urlPathEqualTo(SampleBoard.PATHWAYS + "/comparison"))
                    .withQueryParam("first", equalTo("v-long"))
                    .withQueryParam("second", equalTo("v-short")));
        }

        @Test
        void that_the_service_refuses_are_told_in_its_words() {
            JOURNEY.stubFor(any(urlPathEqualTo(SampleBoard.PATHWAYS + "/comparison"))
                    .willReturn(jsonResponse("{\"code\": \"few\", \"detail\": \"Too few took this way.\"}", 404)));

            HttpResponse<String> page = browser.open("/compare/ways?map=homelessness");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Too few took this way.");
        }
    }

    @Nested
    class TwoAreas {

        @Test
        void of_one_outcome_stand_beside_each_other() {
            OUTCOMES.stubFor(get(urlPathEqualTo(SUMMARY))
                    .withQueryParam("groupBy", equalTo("area"))
                    .willReturn(okJson("{\"asOf\": \"2025-05-01T09:00:00Z\", \"results\": [{\"area\": \"NM4\", "
                            + SampleBoard.ROW + "}, {\"area\": \"NM5\", "
                            + SampleBoard.ROW
                                    .replace("450", "300")
                                    .replace("0.419", "0.275")
                                    .replace("0.481", "0.325")
                            + "}, {\"area\": \"x\", " + SampleBoard.HIDDEN + "}]}")));

            String page = browser.open("/compare/areas?measure=swemwbs&first=NM4&second=NM5")
                    .body();

            assertThat(page)
                    .contains("45% are better off in NM4 and 30% in NM5. The intervals do not meet")
                    .contains("−15 points", "−150", "42% to 48%", "28% to 33%")
                    .doesNotContain("<option value=\"x\"");
        }

        @Test
        void of_which_nobody_was_observed_say_so() {
            OUTCOMES.stubFor(any(urlPathEqualTo(SUMMARY)).willReturn(okJson("{\"results\": []}")));

            assertThat(browser.open("/compare/areas?measure=swemwbs").body())
                    .contains("Nobody was observed by this measure in both areas.");
        }
    }
}
