package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToDoPagesIntegrationTests extends GatewayStack {

    @Test
    void a_steward_sees_all_that_waits_the_oldest_first_and_what_is_away_among_it() throws Exception {
        SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/agencies"))
                .willReturn(okJson("{\"results\": [{\"code\": \"county\", \"name\": \"County\"}]}")));
        SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/feeds/health")).willReturn(okJson("""
                {"results": [{"state": "late", "due": "2025-04-02T00:00:00Z", "history": [
                   {"status": "needs-confirmation", "receivedAt": "2025-02-01T10:00:00Z"},
                   {"status": "published", "receivedAt": "2025-01-01T10:00:00Z"}]}]}""")));
        SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/payees/suggestions")).willReturn(okJson("{\"results\": []}")));
        SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/totals"))
                .willReturn(okJson("{\"results\": [{\"service\": \"S1\"}, {\"service\": \"S2\"}]}")));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/journeys/feeds/health")).willReturn(okJson("{\"results\": []}")));
        JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people/doubtful"))
                .withHeader("X-Purpose", equalTo("audit"))
                .willReturn(okJson("{\"results\": [{}], \"paging\": {\"next\": \"more\"}}")));
        OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/outcomes/feeds/health")).willReturn(okJson("{\"results\": []}")));
        OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/outcomes/contests/county"))
                .withQueryParam("state", equalTo("open"))
                .willReturn(okJson("{\"results\": [{\"toldAt\": \"2025-01-15T10:00:00Z\"}]}")));
        OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/outcomes/contests/county"))
                .withQueryParam("state", equalTo("extended"))
                .willReturn(okJson("{\"results\": []}")));
        IDENTITY_PROVIDER.signsIn("steward");

        String page = new Browser(port).open("/to-do").body();

        assertThat(page.replaceAll("\\s+", " "))
                .containsSubsequence(
                        "Lines that people contest",
                        "15 January 2025",
                        "Deliveries to confirm",
                        "1 February 2025",
                        "Feeds that are late",
                        "2 April 2025",
                        "Service lines without a function",
                        "Records that may be one person",
                        "1 or more",
                        "Names of payees to decide")
                .contains("There is a problem with the outcomes service", "href=\"/people/doubtful\"");
        assertThat(usage()).containsExactly("- steward steward audit /to-do t");
    }

    @Test
    void nobody_else_has_this_page() {
        IDENTITY_PROVIDER.signsIn("board");

        assertThat(new Browser(port).open("/to-do").statusCode()).isEqualTo(403);
    }
}
