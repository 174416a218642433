package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;

/** What the services say to the board of a small Northmoor: ways, costs, outcomes, the year before, phases. */
final class SampleBoard {

    static final String PATHWAYS = "/api/v1/journeys/homelessness/pathways";

    private static final String WAYS = """
            {"map": "homelessness", "year": "2024-25", "asOf": "2025-05-01T09:00:00Z", "observedUntil": "2025-03-31",
             "method": {"gapDays": 30, "overlapDays": 7, "repeatDays": 90, "dropOutDays": 90, "longest": 20},
             "persons": {"value": 1250, "symbol": null},
             "variants": [
              {"variant": "v-short", "steps": ["at-risk@county"], "persons": {"value": 300, "symbol": null}},
              {"variant": "v-long", "steps": ["at-risk@county", "at-risk@county + housed@district"],
               "persons": {"value": 800, "symbol": null}},
              {"variant": "v-third", "steps": ["housed@district"], "persons": {"value": 20, "symbol": null}}],
             "rare": {"value": 130, "symbol": null},
             "handOffs": [
              {"from": "county", "to": "district", "persons": {"value": 640, "symbol": null}, "medianWaitDays": 12,
               "quartiles": {"lower": 4, "upper": 31}, "symbol": null},
              {"from": "district", "to": "county", "persons": {"value": null, "symbol": "c"}, "medianWaitDays": null,
               "quartiles": null, "symbol": "c"}],
             "repeatedAssessments": {"value": 45, "symbol": null},
             "repeatedByAgencies": [{"first": "county", "again": "district", "persons": {"value": 45, "symbol": null}}],
             "dropOuts": [{"stage": "at-risk", "persons": {"value": 85, "symbol": null}}],
             "conformance": {"fitness": 72, "symbol": null, "expectations": [
              {"stage": "at-risk", "expects": "housed", "withinDays": 56, "agency": "district",
               "inTime": {"value": 720, "symbol": null}, "late": {"value": 200, "symbol": null},
               "outOfOrder": {"value": 0, "symbol": null}, "never": {"value": 80, "symbol": null},
               "pending": {"value": null, "symbol": "c"}}]}}
            """;

    private static final String CONCENTRATION = """
            {"map": null, "year": "2024-25", "asOf": "2025-05-01T09:00:00Z",
             "persons": {"low": {"value": 1200, "symbol": null}, "value": {"value": 1250, "symbol": null},
                         "high": {"value": 1300, "symbol": null}},
             "costAPerson": {"low": 238.85, "value": 248.40, "high": 258.75, "symbol": null},
             "bands": [
              {"top": 1, "persons": {"value": 15, "symbol": null}, "cost": {"value": null, "symbol": "c"}, "share": null,
               "meanAgencies": null, "symbol": "c", "seen": [{"agencies": "1", "persons": {"value": null, "symbol": "c"}}]},
              {"top": 10, "persons": {"value": 125, "symbol": null}, "cost": {"value": 155250.10, "symbol": null},
               "share": 50.0, "meanAgencies": 2.4, "symbol": null,
               "seen": [{"agencies": "1", "persons": {"value": 30, "symbol": null}}]},
              {"top": 100, "persons": {"value": 1250, "symbol": null}, "cost": {"value": 310500.25, "symbol": null},
               "share": 100.0, "meanAgencies": 1.4, "symbol": null,
               "seen": [{"agencies": "1", "persons": {"value": 850, "symbol": null}}]}]}
            """;

    private static final String PHASES = """
            {"place": "northmoor", "year": "2024-25", "asOf": "2025-05-01T09:00:00Z", "results": [], "paging": {},
             "agencies": [{"agency": "county", "name": "Northmoor County Council", "budget": 700000000.00,
               "outturn": 712500000.25, "payment": 734567890.12, "outturnLessBudget": 12500000.25},
              {"agency": "district", "name": "Thornby District Council", "payment": 500000000.00}]}
            """;

    private static final String BEFORE = """
            {"place": {"name": "Northmoor"}, "asOf": "2025-05-01T09:00:00Z", "gross": 1300000000.00,
             "eliminated": 0.00, "apportioned": 0.00, "net": 1300000000.00, "missing": [], "incomplete": [],
             "agencies": [{"agency": "county", "name": "Northmoor County Council", "gross": 700000000.00,
               "eliminated": 0.00, "apportioned": 0.00, "net": 700000000.00, "lines": 200000}],
             "groups": [{"function": "10", "functionName": "Social protection", "gross": 1300000000.00,
               "eliminated": 0.00, "apportioned": 0.00, "net": 1300000000.00, "lines": 200000}]}
            """;

    static final String MEASURES_CSV = "measure,persons\r\nswemwbs,1250\r\n";

    static final String ROW = """
            "persons": {"value": 1250, "symbol": null},
            "byStatus": {"better": {"value": 450, "symbol": null}, "same": {"value": 300, "symbol": null},
              "worse": {"value": 250, "symbol": null}, "unknown": {"value": 250, "symbol": null}},
            "shares": {"better": {"value": 0.450, "low": 0.419, "high": 0.481, "symbol": null},
              "same": {"value": 0.300, "low": 0.272, "high": 0.329, "symbol": null},
              "worse": {"value": 0.250, "low": 0.224, "high": 0.278, "symbol": null}},
            "meanChange": {"value": 1.5, "symbol": null}
            """;

    static final String HIDDEN = """
            "persons": {"value": 20, "symbol": null},
            "byStatus": {"better": {"value": null, "symbol": "c"}, "same": {"value": 20, "symbol": null},
              "worse": {"value": null, "symbol": "c"}, "unknown": {"value": 0, "symbol": null}},
            "shares": {"better": {"value": null, "low": null, "high": null, "symbol": "c"},
              "worse": {"value": null, "low": null, "high": null, "symbol": "c"}},
            "meanChange": {"value": null, "symbol": "c"}
            """;

    private static final String MEASURES = """
            {"results": [{"code": "swemwbs", "name": "Mental well-being", "definition": "How people feel and function.",
              "unit": "points", "polarity": "higher", "domain": "social", "source": "A published scale", "rule": "change",
              "smallestChange": 1.000, "minimumGapDays": 14}], "paging": {}}
            """;

    private SampleBoard() {}

    static void areGiven() {
        given(GatewayStack.JOURNEY, PATHWAYS, WAYS);
        given(GatewayStack.JOURNEY, "/api/v1/journeys/concentration", CONCENTRATION);
        given(
                GatewayStack.JOURNEY,
                PATHWAYS + "/variants",
                "{\"results\": [" + side("v-long", "1500.00") + ", " + side("v-short", "120.00") + ", "
                        + side("v-third", "90.00") + "]}");
        given(GatewayStack.SPEND, "/api/v1/spend/phases", PHASES);
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/whole-area"))
                .withQueryParam("year", equalTo("2023-24"))
                .willReturn(okJson(BEFORE)));
        given(GatewayStack.OUTCOMES, "/api/v1/outcomes/measures", MEASURES);
        summarised("domain", "{\"domain\": \"social\", " + ROW + "}, {\"domain\": \"economic\", " + HIDDEN + "}");
        summarised("measure", "{\"measure\": \"swemwbs\", \"series\": \"1\", " + ROW + "}");
        summarised("month", "{\"month\": \"2025-03\", " + ROW + "}");
        summarised("journey", "{\"journey\": \"homelessness\", " + ROW + "}");
        summarised("agency", "{\"agency\": \"county\", " + ROW + "}");
        GatewayStack.OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/outcomes/summary"))
                .withHeader("Accept", containing("text/csv"))
                .willReturn(okForContentType("text/csv", MEASURES_CSV)));
    }

    private static String side(String variant, String cost) {
        return """
                {"variant": "%s", "steps": [], "persons": {"value": 20, "symbol": null}, "medianDays": 61,
                 "costPerPerson": {"value": %s, "symbol": null},
                 "outcomes": {"social": {"better": {"value": 310, "symbol": null}, "worse": {"value": null, "symbol": "c"}}}}
                """.formatted(variant, cost);
    }

    static void summarised(String by, String rows) {
        GatewayStack.OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/outcomes/summary"))
                .withQueryParam("groupBy", equalTo(by))
                .willReturn(
                        okJson("{\"asOf\": \"2025-05-01T09:00:00Z\", \"results\": [" + rows + "], \"paging\": {}}")));
    }

    private static void given(WireMockServer service, String path, String answer) {
        service.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(answer)));
    }
}
