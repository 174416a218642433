package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** How the place's money is spent, for somebody whom nobody knows. */
class SpendingPagesIntegrationTests extends GatewayStack {

    private static final String PUBLISHED = "/api/v1/spend/published";

    private static final String AREA = """
            {"place": "Northshire", "asOf": "2025-11-01T09:00:00Z", "gross": 120.50, "eliminated": 20.25,
             "apportioned": 0, "net": 100.25, "unresolvedShare": 0.0001, "missing": ["ambulance"],
             "agencies": [{"agency": "county", "name": "Northshire County Council", "gross": 120.50,
                 "eliminated": 20.25, "apportioned": 0, "net": 100.25, "lines": 7}],
             "groups": [{"function": "unmapped", "gross": 120.50, "eliminated": 20.25, "apportioned": 0,
                 "net": 100.25, "lines": 7}]}
            """;

    @Test
    void anybody_reads_what_the_place_spends_and_what_is_missing() {
        SPEND.stubFor(get(urlPathEqualTo(PUBLISHED)).willReturn(okJson(AREA)));

        HttpResponse<String> page = new Browser(port).open("/spending?year=2024-25");

        assertThat(page.statusCode()).isEqualTo(200);
        SPEND.verify(getRequestedFor(urlPathEqualTo(PUBLISHED))
                .withQueryParam("year", equalTo("2024-25"))
                .withHeader("Authorization", absent()));
        assertThat(page.body())
                .contains("Northshire County Council", "£100.25", "£20.25", "ambulance: nothing delivered")
                .contains("less than 0.1%", "/spending/functions.csv?year=2024-25")
                .doesNotContain("/place/why");
    }

    @Test
    void anybody_takes_its_tables_home_and_no_other() {
        SPEND.stubFor(get(urlPathEqualTo(PUBLISHED))
                .withHeader("Accept", equalTo("text/csv"))
                .willReturn(ok("function,net\r\nunmapped,100.25\r\n").withHeader("Content-Type", "text/csv")));

        HttpResponse<String> table = new Browser(port).open("/spending/functions.csv?year=2024-25");

        assertThat(table.body()).isEqualTo("function,net\r\nunmapped,100.25\r\n");
        assertThat(new Browser(port).open("/spending/lines.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void the_first_page_leads_there() {
        assertThat(new Browser(port).open("/").body()).contains("href=\"/spending\"");
    }
}
