package org.totalplace.gateway.question;

import java.util.List;
import java.util.stream.Stream;

/** A call of a service that answers questions about a dataset. What its filters may be is for the service to say. */
enum Call {
    TOTALS(
            Dataset.SPENDING,
            "/api/v1/spend/totals",
            List.of("amount", "lines"),
            List.of("agency", "function", "service", "month", "capital", "payee"),
            List.of("year"),
            List.of(
                    "agency",
                    "asOf",
                    "delivery",
                    "function",
                    "kind",
                    "month",
                    "payee",
                    "payeeAgency",
                    "phase",
                    "place",
                    "realTerms",
                    "service",
                    "standing",
                    "transfer")),
    WHOLE_AREA(
            Dataset.SPENDING,
            "/api/v1/spend/whole-area",
            List.of("gross", "eliminated", "apportioned", "net"),
            List.of("agency", "function", "capital"),
            List.of("year"),
            List.of("asOf", "phase", "place", "realTerms")),
    MAP(
            Dataset.JOURNEYS,
            "/api/v1/journeys/{map}",
            List.of("contacts", "persons", "cost"),
            List.of(),
            List.of("map", "year"),
            List.of()),
    COSTS_OF_MAP(
            Dataset.JOURNEYS,
            "/api/v1/journeys/{map}/costs",
            List.of("costAPerson", "local", "reference", "economic", "social"),
            List.of(),
            List.of("map", "year"),
            List.of("ageBand", "area")),
    PATHWAYS(
            Dataset.JOURNEYS,
            "/api/v1/journeys/{map}/pathways",
            List.of("variants", "handOffs", "repeatedAssessments", "dropOuts", "conformance"),
            List.of(),
            List.of("map", "year"),
            List.of("ageBand", "area", "dropOutDays", "gapDays", "longest", "overlapDays", "repeatDays")),
    CONCENTRATION(
            Dataset.JOURNEYS,
            "/api/v1/journeys/concentration",
            List.of("share", "meanAgencies"),
            List.of(),
            List.of("year"),
            List.of("ageBand", "area", "map")),
    RECONCILIATION(
            Dataset.JOURNEYS,
            "/api/v1/journeys/reconciliation",
            List.of("ledger", "attributed", "residual"),
            List.of(),
            List.of("year"),
            List.of("asOf")),
    SUMMARY(
            Dataset.OUTCOMES,
            "/api/v1/outcomes/summary",
            List.of("better", "same", "worse", "unknown", "persons"),
            List.of("measure", "domain", "journey", "stage", "agency", "month"),
            List.of(),
            List.of("agency", "domain", "from", "journey", "measure", "stage", "to"));

    private final Dataset dataset;
    private final String path;
    private final List<String> measures;
    private final List<String> groupings;
    private final List<String> required;
    private final List<String> optional;

    Call(
            Dataset dataset,
            String path,
            List<String> measures,
            List<String> groupings,
            List<String> required,
            List<String> optional) {
        this.dataset = dataset;
        this.path = path;
        this.measures = measures;
        this.groupings = groupings;
        this.required = required;
        this.optional = optional;
    }

    Dataset dataset() {
        return dataset;
    }

    /** Whether its answers may come in pages. */
    boolean isPaged() {
        return this == TOTALS;
    }

    /** Of the service; what stands in braces is a filter. */
    String path() {
        return path;
    }

    /** What its answers tell. */
    List<String> measures() {
        return measures;
    }

    List<String> groupings() {
        return groupings;
    }

    List<String> required() {
        return required;
    }

    List<String> filters() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }
}
