package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedPagesIntegrationTests extends GatewayStack {

    private static final String FEED = "/feeds/spend/county-payments";
    private static final String DELIVERY = FEED + "/deliveries/" + SampleFeeds.DELIVERY;

    private Browser browser = new Browser(0);

    @BeforeEach
    void aDataOfficerSignsIn() {
        SampleAnswers.areGiven();
        SampleFeeds.areGiven();
        browser = new Browser(port);
        IDENTITY_PROVIDER.signsIn("steward");
    }

    @Test
    void a_late_feed_comes_before_one_that_is_on_time() {
        String page = browser.open("/feeds").body();

        assertThat(page).contains("county-payments", "a-county-people", "Late", "On time", "14 May 2025", "87");
        assertThat(page.indexOf("county-payments")).isLessThan(page.indexOf("a-county-people"));
    }

    @Test
    void a_service_that_is_away_takes_only_its_own_feeds_off_the_page() {
        browser.open("/");
        OUTCOMES.stop();
        try {
            HttpResponse<String> page = browser.open("/feeds");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("The feeds of the outcomes service are not shown", "county-payments");
        } finally {
            OUTCOMES.start();
        }
    }

    @Test
    void what_waits_for_somebodys_word_stands_in_one_list() {
        String page = browser.open("/feeds/waiting").body();

        assertThat(page).contains("Northmoor County Council", "March 2025", DELIVERY);
        assertThat(page.split("read the report and decide", -1)).hasSize(2);
    }

    @Test
    void the_list_of_what_waits_says_when_nothing_does_and_who_did_not_tell() {
        browser.open("/");
        SPEND.stop();
        try {
            assertThat(browser.open("/feeds/waiting").body())
                    .contains("No delivery waits for anybody’s word.")
                    .contains("feeds of the spending service, which is not answering");
        } finally {
            SPEND.start();
        }
    }

    @Test
    void feeds_are_not_for_boards() {
        IDENTITY_PROVIDER.signsIn("board");

        HttpResponse<String> page = browser.open("/feeds");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("county-payments");
    }

    @Test
    void a_feed_says_what_is_late_how_good_it_is_and_what_came() {
        String page = browser.open(FEED).body();

        assertThat(page)
                .contains("Northmoor County Council", "Late", "March 2025", "14 May 2025", "monthly+14")
                .contains("9 March 2025 at 15:01, for February 2025", "−£5.00 of £50,000.00")
                .contains("Quality: 87 of 100", "1248 of 1250 records were accepted.")
                .contains("March 2025.csv", "Needs your word", "1,248", "£49,990.00");
    }

    @Test
    void a_delivery_says_what_was_counted_what_to_mend_and_how_columns_were_read() {
        String page = browser.open(DELIVERY).body();

        assertThat(page)
                .contains("1,253 rows read = 1,248 accepted + 2 refused + 3 blank.", "Total rows set aside: 1.")
                .contains("Cells that are not what their column holds: 2 (0.2% of the rows)", "soon", "31/03/2025")
                .contains("Payee reference", "41%", "Please check", "Fiscal Year, Batch")
                .contains("£49,990.00", "£50,000.00", "−£5.00", "windows-1252", "row 3", "Confirm: it is right");
    }

    @Test
    void what_keeps_rows_out_comes_before_what_is_worth_knowing() {
        String page = browser.open(DELIVERY).body();

        assertThat(page).contains("A column is missing: 1<");
        assertThat(page.indexOf("Cells that are not what their column holds"))
                .isLessThan(page.indexOf("A column is missing"));
    }

    @Test
    void refused_rows_are_a_file_to_download() {
        HttpResponse<String> csv = browser.open(DELIVERY + "/refused.csv");

        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("row,reason\n17,");
    }

    @Test
    void a_word_on_a_delivery_reaches_the_service_once_and_leads_back() {
        HttpResponse<String> page = browser.open(DELIVERY);

        HttpResponse<String> after = browser.submit(page, DELIVERY + "/confirm", Map.of());

        assertThat(after.uri().getPath()).isEqualTo(DELIVERY);
        SPEND.verify(
                1,
                postRequestedFor(
                        urlPathEqualTo(SampleFeeds.FEED + "/deliveries/" + SampleFeeds.DELIVERY + "/confirm")));
    }

    @Test
    void a_file_is_handed_on_byte_by_byte_with_what_was_said_of_it() {
        byte[] file = "Date,Amount\r\n01/03/2025,£1.00\r\n".getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> after = browser.upload(
                browser.open(FEED),
                FEED + "/deliveries",
                Map.of("period", "2025-03", "rows", "1,250", "total", "£50,000.00"),
                "March 2025.csv",
                file);

        assertThat(after.uri().getPath()).isEqualTo(DELIVERY);
        SPEND.verify(
                1,
                postRequestedFor(urlPathEqualTo(SampleFeeds.FEED + "/deliveries"))
                        .withQueryParam("name", equalTo("March 2025.csv"))
                        .withQueryParam("period", equalTo("2025-03"))
                        .withQueryParam("rows", equalTo("1250"))
                        .withQueryParam("total", equalTo("50000.00"))
                        .withRequestBody(binaryEqualTo(file)));
    }

    @Test
    void a_file_can_be_looked_at_without_being_handed_in() {
        SPEND.stubFor(post(urlPathEqualTo(SampleFeeds.FEED + "/previews")).willReturn(jsonResponse("""
                {"feed": "county-payments", "agency": "county", "file": {"name": "bad.csv", "bytes": 40, "sha256": "ab"},
                 "mapping": [{"field": "amount", "header": "Net", "confidence": 0.41}], "unmapped": [],
                 "rows": {"read": 2, "accepted": 1, "refused": 1, "blank": 0, "setAside": 0},
                 "problems": [{"type": "type-error", "count": 1, "share": 0.5, "examples": [
                   {"row": 2, "column": "Paid", "cell": "soon", "message": "'soon' is not a day."}]}],
                 "first": [{"row": 1, "amount": 100.00, "paidOn": "2025-03-01"}]}
                """, 200)));

        HttpResponse<String> preview =
                browser.upload(browser.open(FEED), FEED + "/previews", Map.of(), "bad.csv", new byte[] {1});

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains("Nothing of it was kept", "2 rows read = 1 accepted + 1 refused", "soon", "Please check")
                .contains("Paid on", "2025-03-01", "100");
        SPEND.verify(0, postRequestedFor(urlPathEqualTo(SampleFeeds.FEED + "/deliveries")));
    }

    @Test
    void what_is_wrong_in_the_form_is_said_before_anything_is_sent() {
        HttpResponse<String> again = browser.upload(
                browser.open(FEED),
                FEED + "/deliveries",
                Map.of("period", "last March", "rows", "", "total", ""),
                "",
                new byte[0]);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body())
                .contains(
                        "There is a problem",
                        "Choose the file to hand in",
                        "Write the period like 2025-03",
                        "last March");
        SPEND.verify(0, postRequestedFor(urlPathEqualTo(SampleFeeds.FEED + "/deliveries")));
    }

    @Test
    void what_the_service_refuses_at_once_is_said_in_the_form() {
        SPEND.stubFor(post(urlPathEqualTo(SampleFeeds.FEED + "/deliveries"))
                .willReturn(
                        jsonResponse("{\"code\": \"empty\", \"detail\": \"The body is empty: send the file.\"}", 400)));

        HttpResponse<String> again =
                browser.upload(browser.open(FEED), FEED + "/deliveries", Map.of(), "empty.csv", new byte[0]);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("There is a problem", "The body is empty: send the file.");
    }

    @Test
    void a_file_from_another_session_is_refused() {
        browser.open(FEED);

        HttpResponse<String> refused =
                browser.upload(new Browser(port).open(FEED), FEED + "/deliveries", Map.of(), "x.csv", new byte[] {1});

        assertThat(refused.statusCode()).isEqualTo(403);
        SPEND.verify(0, postRequestedFor(urlPathEqualTo(SampleFeeds.FEED + "/deliveries")));
    }

    @Test
    void an_address_that_is_no_feed_is_told_as_a_page() {
        assertThat(browser.open("/feeds/elsewhere/x").statusCode()).isEqualTo(404);
        assertThat(browser.open("/feeds/spend/No%20Feed").statusCode()).isEqualTo(404);
        assertThat(browser.open(FEED + "/deliveries/none").statusCode()).isEqualTo(404);
    }
}
