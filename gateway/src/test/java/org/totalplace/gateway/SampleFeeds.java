package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** What the services say of the feeds of a small Northmoor. */
final class SampleFeeds {

    static final String DELIVERY = "7f9d1c1e-52a4-4a8e-9c65-1d2b0a5f3c11";
    static final String FEED = "/api/v1/spend/feeds/county-payments";

    private static final String HEALTH = """
            {"feed": "county-payments", "agency": "county", "kind": "payments", "state": "late",
             "schedule": {"text": "monthly+14", "every": "P1M", "dueDays": 14}, "due": "2025-05-14",
             "lastReceived": "2025-04-09T15:01:00Z",
             "lastPublished": {"delivery": "%s", "period": "2025-02", "at": "2025-03-09T15:01:00Z"},
             "missingPeriods": ["2025-03"], "missing": 1,
             "quality": {"score": 87, "parts": [
               {"name": "rows", "score": 99, "weight": 30, "why": "1248 of 1250 records were accepted."}]},
             "difference": {"delivery": "%s", "declared": 50000.00, "accepted": 49990.00, "refused": 5.00,
               "difference": -5.00},
             "history": [{"delivery": "%s", "name": "March 2025.csv", "receivedAt": "2025-04-09T15:01:00Z",
               "status": "needs-confirmation", "period": "2025-03",
               "rows": {"read": 1253, "accepted": 1248, "refused": 2, "setAside": 1},
               "amount": 49990.00, "declared": 50000.00, "difference": -5.00, "quality": 87}]}
            """.formatted(DELIVERY, DELIVERY, DELIVERY);

    private static final String ON_TIME = """
            {"feed": "a-county-people", "agency": "county", "kind": "people", "state": "on-time", "missingPeriods": [],
             "missing": 0, "history": []}
            """;

    static final String REPORT = """
            {"id": "%s", "feed": "county-payments", "agency": "county", "status": "needs-confirmation",
             "file": {"name": "March 2025.csv", "bytes": 120345, "sha256": "ab12", "container": "csv",
               "encoding": "windows-1252", "headerRow": 3},
             "mapping": [{"field": "amount", "column": 4, "header": "Net Amount", "confidence": 0.98,
                 "why": "The header is a usual name for it."},
               {"field": "payeeReference", "column": 1, "header": "Vendor", "confidence": 0.41,
                 "why": "The header contains a usual name for it."}],
             "unmapped": ["Fiscal Year", "Batch"],
             "rows": {"read": 1253, "accepted": 1248, "refused": 2, "blank": 3, "setAside": 1},
             "amount": {"accepted": 49990.00, "refused": 5.00, "declared": 50000.00, "difference": -5.00},
             "period": {"from": "2025-03-01", "to": "2025-03-31"},
             "problems": [{"type": "missing-label", "count": 1, "share": 0.0008, "examples": [
               {"column": "Fund", "message": "The feed's earlier files had a column 'Fund', which this file does not have."}]},
              {"type": "type-error", "count": 2, "share": 0.001596, "examples": [
               {"row": 17, "column": "Paid", "cell": "soon", "message": "'soon' is not a day. Write it like 31/03/2025."}
             ]}]}
            """.formatted(DELIVERY);

    private SampleFeeds() {}

    static void areGiven() {
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/feeds/health"))
                .willReturn(okJson("{\"results\": [" + HEALTH + "], \"paging\": {}}")));
        GatewayStack.JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/journeys/feeds/health"))
                .willReturn(okJson("{\"results\": [" + ON_TIME + "], \"paging\": {}}")));
        GatewayStack.OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/outcomes/feeds/health"))
                .willReturn(okJson("{\"results\": [], \"paging\": {}}")));
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo(FEED + "/health")).willReturn(okJson(HEALTH)));
        GatewayStack.SPEND.stubFor(
                get(urlPathEqualTo(FEED + "/deliveries/" + DELIVERY)).willReturn(okJson(REPORT)));
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo(FEED + "/deliveries/" + DELIVERY + "/refused"))
                .willReturn(okForContentType("text/csv", "row,reason\n17,'soon' is not a day\n")));
        GatewayStack.SPEND.stubFor(post(urlPathEqualTo(FEED + "/deliveries/" + DELIVERY + "/confirm"))
                .willReturn(okJson(REPORT)));
        GatewayStack.SPEND.stubFor(post(urlPathEqualTo(FEED + "/deliveries")).willReturn(jsonResponse(REPORT, 202)));
    }
}
