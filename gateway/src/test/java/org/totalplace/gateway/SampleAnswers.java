package org.totalplace.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** What the services say of a small Northmoor. */
final class SampleAnswers {

    static final String WHOLE_AREA = """
            {"place": {"gss": "E10009999", "name": "Northmoor", "population": 430000}, "year": "2024-25",
             "phase": "payment", "asOf": "2025-05-01T09:00:00Z", "gross": 1234567890.12, "eliminated": 34567890.12,
             "apportioned": 200000000.50, "net": 1400000000.50, "lines": 300210, "unresolvedShare": 0.1234,
             "missing": ["probation"], "incomplete": [{"agency": "district", "months": ["2024-04", "2024-05"]}],
             "agencies": [
              {"agency": "county", "name": "Northmoor County Council", "gross": 734567890.12, "eliminated": 30000000.00,
               "oneSided": 0.00, "apportioned": 0.00, "net": 704567890.12, "lines": 210210},
              {"agency": "district", "name": "Thornby District Council", "gross": 500000000.00,
               "eliminated": 4567890.12, "oneSided": 0.00, "apportioned": 200000000.50, "net": 695432110.38,
               "lines": 90000},
              {"agency": "probation", "name": "Northmoor Probation Service", "gross": 0.00, "eliminated": 0.00,
               "oneSided": 0.00, "apportioned": 0.00, "net": 0.00, "lines": 0}],
             "groups": [
              {"function": "10", "functionName": "Social protection", "gross": 1000000000.12,
               "eliminated": 30000000.12, "oneSided": 0.00, "apportioned": 200000000.50, "net": 1170000000.50,
               "lines": 200000},
              {"function": "unmapped", "functionName": "unmapped", "gross": 234567890.00, "eliminated": 4567890.00,
               "oneSided": 0.00, "apportioned": 0.00, "net": 230000000.00, "lines": 100210}]}
            """;

    static final String AGENCIES_CSV = """
            agency,name,gross,eliminated,apportioned,net,lines
            county,Northmoor County Council,734567890.12,30000000.00,0.00,704567890.12,210210
            district,Thornby District Council,500000000.00,4567890.12,200000000.50,695432110.38,90000
            """;

    static final String TRANSFERS = """
            {"year": "2024-25", "phase": "payment", "asOf": "2025-05-01T09:00:00Z", "paging": {}, "results": [
             {"payer": "county", "payee": "district", "amount": 30000000.00, "lines": 12, "status": "eliminated",
              "evidence": [{"printed": "THORNBY DC", "rule": "alias", "amount": 30000000.00, "lines": 12}]},
             {"payer": "district", "payee": "probation", "amount": 4567890.12, "lines": 7, "status": "one-sided",
              "evidence": []}]}
            """;

    static final String EMPTY_AREA = """
            {"place": {"name": "Northmoor"}, "asOf": "2025-05-01T09:00:00Z", "gross": 0.00, "eliminated": 0.00,
             "apportioned": 0.00, "net": 0.00, "missing": ["county"], "agencies": [], "groups": []}
            """;

    private static final String MAPS = """
            {"results": [{"map": "homelessness", "name": "Homelessness", "stages": [
              {"stage": "at-risk", "name": "At risk"}, {"stage": "housed", "name": "Housed"}]}], "paging": {}}
            """;

    private static final String MAP = """
            {"map": "homelessness", "name": "Homelessness", "year": "2024-25", "asOf": "2025-05-01T09:00:00Z",
             "stages": [{"stage": "at-risk", "name": "At risk"}, {"stage": "housed", "name": "Housed"}],
             "persons": {"value": 1250, "symbol": null},
             "cells": [
              {"stage": "at-risk", "agency": "county", "contacts": {"value": 4205, "symbol": null},
               "persons": {"value": 900, "symbol": null}, "cost": {"value": 310500.25, "symbol": null}},
              {"stage": "housed", "agency": "district", "contacts": {"value": null, "symbol": "c"},
               "persons": {"value": null, "symbol": "c"}, "cost": {"value": null, "symbol": "c"}}],
             "byStage": [{"stage": "at-risk", "total": {"contacts": 4205, "cost": 310500.25}},
                         {"stage": "housed", "total": {"contacts": 0, "cost": 0.00}}],
             "byAgency": [{"agency": "county", "total": {"contacts": 4205, "cost": 310500.25}},
                          {"agency": "district", "total": {"contacts": 0, "cost": 0.00}}],
             "total": {"contacts": 4205, "cost": 310500.25},
             "unmapped": {"cells": [{"stage": null, "agency": "county", "contacts": {"value": 55, "symbol": null},
               "persons": {"value": 40, "symbol": null}, "cost": {"value": null, "symbol": "x"}}],
               "total": {"contacts": 55, "cost": 0.00}}}
            """;

    static final String VIEW = """
            {"personId": "%s", "subjects": [{"agency": "county"}, {"agency": "district"}],
             "asOf": "2025-05-01T09:00:00.250Z",
             "domains": {"social": {"status": "improved"}, "environmental": {"status": "no-data"},
                         "economic": {"status": "worse"}},
             "measures": [
              {"measure": "swemwbs", "name": "Mental well-being", "domain": "social", "unit": "points", "baseline": 17.5,
               "latest": 23.0, "change": 5.5, "status": "improved", "history": [{"date": "2024-06-01", "value": 17.5}]},
              {"measure": "in-work", "name": "In paid work", "domain": "economic", "baseline": 1, "latest": 0,
               "change": -1, "status": "worse", "history": []}],
             "goals": [], "journeys": [{"map": "homelessness", "stage": "housed", "since": "2024-11-03"}],
             "contacts": {"byAgency": [{"agency": "county", "contacts": 14, "latest": "2025-03-02"}]},
             "cost": {"year": "2024-25", "total": 12345.67, "byAgency": [
               {"agency": "county", "amount": 10000.00}, {"agency": "district", "amount": 2345.67}]},
             "doubts": ["Two agencies give different dates of birth"], "missing": ["probation"],
             "needs": [{"kind": "cold-home", "raisedOn": "2025-01-10", "expiresOn": "2025-02-09", "agency": "county"}]}
            """;

    static final String CONTACTS = """
            {"personId": "any", "cost": 120.50, "paging": {}, "results": [
              {"agency": "county", "recordId": "r1", "service": "visit", "serviceName": "Home visit", "type": "visit",
               "start": "2024-09-03T10:00:00", "units": 1, "participants": 1, "map": "homelessness", "stage": "at-risk",
               "cost": 120.50, "basis": "reference"}]}
            """;

    private static final String AGENCIES = """
            {"results": [{"code": "county", "name": "Northmoor County Council"},
                         {"code": "district", "name": "Thornby District Council"},
                         {"code": "probation", "name": "Northmoor Probation Service"}], "paging": {}}
            """;

    private SampleAnswers() {}

    static void areGiven() {
        GatewayStack.SPEND.stubFor(
                get(urlPathEqualTo("/api/v1/spend/whole-area")).willReturn(okJson(WHOLE_AREA)));
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/whole-area"))
                .withHeader("Accept", containing("text/csv"))
                .willReturn(okForContentType("text/csv", AGENCIES_CSV)));
        GatewayStack.SPEND.stubFor(
                get(urlPathEqualTo("/api/v1/spend/transfers")).willReturn(okJson(TRANSFERS)));
        GatewayStack.SPEND.stubFor(get(urlPathEqualTo("/api/v1/spend/agencies")).willReturn(okJson(AGENCIES)));
        GatewayStack.JOURNEY.stubFor(
                get(urlPathEqualTo("/api/v1/journeys/maps")).willReturn(okJson(MAPS)));
        GatewayStack.JOURNEY.stubFor(
                get(urlPathEqualTo("/api/v1/journeys/homelessness")).willReturn(okJson(MAP)));
        GatewayStack.JOURNEY.stubFor(get(urlPathEqualTo("/api/v1/people"))
                .withQueryParam("agency", equalTo("county"))
                .withQueryParam("reference", equalTo("C-77 81"))
                .willReturn(okJson("{\"personId\": \"" + GatewayStack.SOMEBODY + "\", \"subjects\": []}")));
        GatewayStack.OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/people/" + GatewayStack.SOMEBODY))
                .willReturn(okJson(VIEW.formatted(GatewayStack.SOMEBODY))));
        GatewayStack.OUTCOMES.stubFor(get(urlPathEqualTo("/api/v1/people/" + GatewayStack.SOMEBODY + "/changes"))
                .willReturn(okForContentType(
                        "text/event-stream", "event: view\ndata: {\"asOf\": \"2025-05-02T08:00:00Z\"}\n\n")));
    }
}
