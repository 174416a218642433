package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why the county's net is what it is, as spend-service says it. */
final class SampleWhy {

    static final String WHY = "/api/v1/spend/figures/why";
    static final String LINES = "/api/v1/spend/lines";
    static final int DELIVERIES = 120;

    private static final String LINEAGE = """
            {"figure": {"year": "2024-25", "phase": "payment", "asOf": "2025-05-01T09:00:00Z", "agency": "county",
              "ledger": 734567890.12, "gross": 734567890.12, "eliminated": 30000000.00, "oneSided": 0.00,
              "apportioned": 0.00, "net": 704567890.12, "lines": 210210},
             "perHead": {"gross": 1708.30, "net": 1638.53, "population": 430000, "source": "an estimate"},
             "method": "gross - eliminated + apportioned = net", "revision": 7,
             "revisions": [{"revision": 7, "at": "2025-04-30T08:00:00Z", "kind": "delivery", "note": "March came"}],
             "deliveries": [%s],
             "functions": [{"agency": "county", "service": "ADULTS", "function": "10.2", "evidence": "rules 3: care"}],
             "eliminations": [{"payer": "county", "payee": "district", "printed": "THORNBY DC", "rule": "alias",
               "kind": "grant", "kindRule": "words 2", "delivery": "d-1", "amount": 30000000.00, "lines": 12}],
             "oneSided": [],
             "shares": [{"agency": "probation", "share": {"numerator": 430, "denominator": 1000, "driver": "caseload"},
               "ledger": 1000.00, "passedOn": 0.00, "apportioned": 430.00}],
             "lines": "/api/v1/spend/lines?year=2024-25"}
            """;

    private static final String FIRST_LINES = """
            {"year": "2024-25", "phase": "payment", "asOf": "2025-05-01T09:00:00Z", "results": [
              {"agency": "county", "delivery": "d-1", "row": 12, "date": "2024-06-03", "amount": -12.50,
               "phase": "payment", "payee": "A Ltd", "service": "ADULTS", "serviceName": "Adult care",
               "function": "10.2", "purpose": "Home care"}], "paging": {"next": "abc+/="}}
            """;

    private static final String DELIVERY = """
            {"delivery": "d-%1$d", "feed": "county-payments", "agency": "county", "enters": "gross",
             "file": "file-%1$03d.csv", "sha256": "00", "postedAt": "2025-04-30T08:00:00Z",
             "amount": %1$d.25, "lines": 1751, "mapping": []}
            """;

    private SampleWhy() {}

    static void isGiven() {
        String deliveries = IntStream.rangeClosed(1, DELIVERIES)
                .mapToObj(DELIVERY::formatted)
                .collect(Collectors.joining(","));
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo(WHY)).willReturn(okJson(LINEAGE.formatted(deliveries))));
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo(LINES)).willReturn(okJson(FIRST_LINES)));
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo(LINES))
                .withQueryParam("cursor", equalTo("abc+/="))
                .willReturn(okJson("{\"results\": [], \"paging\": {}}")));
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo(LINES))
                .withHeader("Accept", containing("text/csv"))
                .willReturn(okForContentType("text/csv", "agency,amount\r\ncounty,-12.50\r\n")));
    }
}
