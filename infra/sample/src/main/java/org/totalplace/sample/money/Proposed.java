package org.totalplace.sample.money;

import java.util.List;
import java.util.Map;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.Northmoor;

/** A proposal by which the county pays and the hospitals gain most, and what the first year's outturn was. */
public final class Proposed {

    private static final String CODE = "fewer-falls";

    private Proposed() {}

    /** As an analyst writes it down; amounts and sources are made up with the place. */
    public static List<Map<String, Object>> all() {
        return List.of(Json.object(
                "code",
                CODE,
                "title",
                "Fewer falls: exercise at home for people who fell",
                "group",
                "People over 75 who fell in the last year",
                "firstYear",
                Northmoor.YEAR.label(),
                "years",
                4,
                "costs",
                List.of(cost(0, 180_000), cost(1, 120_000), cost(2, 120_000)),
                "benefits",
                List.of(admissions(), wellbeing()),
                "bottomLine",
                List.of(
                        line("environmental", "Ambulance journeys", "about 90 fewer a year", "Count of calls", 4),
                        line(
                                "social",
                                "People who feel safe at home",
                                "more of them",
                                "feels-safe, before and after",
                                3)),
                "outturn",
                List.of(outturn("county", 195_000, 0), outturn("nhs-trust", 0, 21_000))));
    }

    private static Map<String, Object> admissions() {
        return Json.object(
                "what", "Admissions to hospital after a fall",
                "value", "fiscal",
                "people", 900,
                "engagement", "0.6",
                "impact", "0.28",
                "deadweight", "0.08",
                "unit", 2_900,
                "source", "Unit costs of the place, hospital admission",
                "grade", 3,
                "correction", "0.2",
                "lag", 1,
                "duration", 5,
                "gains",
                        List.of(
                                gain("nhs-trust", "0.7", "0.3"),
                                gain("county", "0.2", "0.5"),
                                gain("ambulance", "0.1", "0")));
    }

    private static Map<String, Object> wellbeing() {
        return Json.object(
                "what", "Confidence to go out",
                "value", "social",
                "people", 900,
                "engagement", "0.6",
                "impact", "0.4",
                "deadweight", "0.1",
                "unit", 350,
                "source", "Made up with the place",
                "grade", 5,
                "correction", "0.4",
                "lag", 1,
                "duration", 3,
                "gains", List.of());
    }

    private static Map<String, Object> cost(int year, int pounds) {
        return Json.object(
                "agency", "county", "year", year, "amount", pounds, "source", "Tender of the county", "grade", 2);
    }

    private static Map<String, Object> gain(String agency, String share, String cashable) {
        return Json.object("agency", agency, "share", share, "cashable", cashable);
    }

    private static Map<String, Object> line(String domain, String what, String amount, String source, int grade) {
        return Json.object("domain", domain, "what", what, "amount", amount, "source", source, "grade", grade);
    }

    private static Map<String, Object> outturn(String agency, int paid, int saved) {
        return Json.object(
                "agency",
                agency,
                "year",
                Northmoor.YEAR.label(),
                "paid",
                paid,
                "saved",
                saved,
                "source",
                "Accounts of the first year");
    }
}
