package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceLinePagesIntegrationTests extends GatewayStack {

    private static final String TOTALS = "/api/v1/spend/totals";
    private static final String LINE = "/api/v1/spend/service-lines/county\\?.*service=%20R%26D%2F50%25(&.*)?";

    private Browser browser = new Browser(0);

    @BeforeEach
    void aStewardSignsIn() {
        SampleAnswers.areGiven();
        SPEND.stubFor(get(urlPathEqualTo(TOTALS))
                .withQueryParam("function", equalTo("unmapped"))
                .willReturn(okJson("""
                        {"results": [
                          {"agency": "district", "service": "MISC", "amount": 10.50, "lines": 1},
                          {"agency": "county", "service": " R&D/50%", "serviceName": "Sundry", "amount": 12000.00, "lines": 1204}]}
                        """)));
        SPEND.stubFor(put(urlMatching(LINE)).willReturn(okJson("{}")));
        IDENTITY_PROVIDER.signsIn("steward");
        browser = new Browser(port);
    }

    @Test
    void show_the_line_with_most_money_first() {
        String first = browser.open("/service-lines?year=2024-25").body();
        String second = browser.open("/service-lines?year=2024-25&skip=1").body();

        assertThat(first)
                .contains("Sundry</h2>", "Northmoor County Council", "£12,000.00", "1,204", "2 service lines have");
        assertThat(first).contains("/service-lines?year=2024-25&amp;skip=1");
        assertThat(second).contains("MISC</h2>", "£10.50").doesNotContain("skip=2");
    }

    @Test
    void send_the_function_for_the_line_however_its_code_is_spelt() {
        HttpResponse<String> after = decide("10", "");
        decide("10", "10.2");

        assertThat(after.body()).contains("The figures follow at once");
        SPEND.verify(putRequestedFor(urlMatching(LINE))
                .withRequestBody(equalToJson("{\"name\": \"Sundry\", \"cofog\": \"10\"}")));
        SPEND.verify(putRequestedFor(urlMatching(LINE))
                .withRequestBody(equalToJson("{\"name\": \"Sundry\", \"cofog\": \"10.2\"}")));
    }

    @Test
    void say_what_is_missing_or_refused() {
        assertThat(decide("", "").body()).contains("There is a problem", "Choose the function that it serves");
        assertThat(decide("10", "ten").body()).contains("Write the group like 10.2");
        SPEND.stubFor(put(urlMatching(LINE))
                .willReturn(jsonResponse("{\"code\": \"unknown-function\", \"detail\": \"No such group.\"}", 400)));

        assertThat(decide("10", "10.0").body()).contains("No such group.");
    }

    @Test
    void say_so_when_every_line_has_a_function() {
        SPEND.stubFor(get(urlPathEqualTo(TOTALS)).willReturn(okJson("{\"results\": []}")));

        assertThat(browser.open("/service-lines").body()).contains("Every service line of this year has a function.");
    }

    @Test
    void are_for_stewards_and_auditors() {
        IDENTITY_PROVIDER.signsIn("auditor");
        Browser auditors = new Browser(port);

        assertThat(auditors.open("/service-lines").body())
                .contains("Sundry")
                .doesNotContain("Decide and show the next");
        IDENTITY_PROVIDER.signsIn("board");
        assertThat(new Browser(port).open("/service-lines").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> decide(String division, String group) {
        return browser.submit(
                browser.open("/service-lines?year=2024-25"),
                "/service-lines",
                Map.of(
                        "agency", "county",
                        "service", " R&D/50%",
                        "name", "Sundry",
                        "division", division,
                        "group", group,
                        "year", "2024-25"));
    }
}
