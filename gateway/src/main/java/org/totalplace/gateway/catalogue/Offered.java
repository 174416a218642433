package org.totalplace.gateway.catalogue;

import java.util.List;

/**
 * A dataset as the catalogue offers it.
 *
 * @param path of the call that answers with it; what it needs besides stands in its description
 * @param themes of the EU vocabulary of data themes
 * @param csv whether the same rows come as CSV, with their columns described as CSVW, and as Parquet
 */
record Offered(String id, String title, String description, String path, List<String> themes, boolean csv) {

    private static final String MONEY = "GOVE";
    private static final String PEOPLE = "SOCI";
    private static final String HEALTH = "HEAL";

    static final List<Offered> ALL = List.of(
            new Offered(
                    "spending-lines",
                    "Ledger lines of the place's agencies",
                    "Every payment, budget, revised budget and outturn as it was delivered, with payee, service"
                            + " line and function. Needs a year.",
                    "/api/v1/spend/lines",
                    List.of(MONEY),
                    true),
            new Offered(
                    "spending-totals",
                    "Spending by agency, function, service line, month, kind and payee",
                    "Sums of the ledger in any combination of groupings. Needs a year.",
                    "/api/v1/spend/totals",
                    List.of(MONEY),
                    true),
            new Offered(
                    "whole-area",
                    "What the place spends, every pound once",
                    "Gross less transfers between agencies plus the place's share of wider bodies. Needs a year.",
                    "/api/v1/spend/whole-area",
                    List.of(MONEY),
                    true),
            new Offered(
                    "transfers",
                    "What agencies of the place paid to each other",
                    "Pair by pair, with the evidence. Needs a year.",
                    "/api/v1/spend/transfers",
                    List.of(MONEY),
                    true),
            new Offered(
                    "journey-maps",
                    "Journey maps",
                    "The intended paths of persons across agencies. Contacts, persons, costs and pathways of each are"
                            + " below the address of its map and under disclosure control.",
                    "/api/v1/journeys/maps",
                    List.of(PEOPLE, HEALTH),
                    false),
            new Offered(
                    "unit-costs",
                    "What one unit of each service line cost",
                    "From the ledger and units of activity, else from a reference with its grade. Needs a year.",
                    "/api/v1/journeys/unit-costs",
                    List.of(MONEY, PEOPLE),
                    true),
            new Offered(
                    "reconciliation",
                    "Ledger, cost of persons and what no person can be charged with",
                    "For every agency and service line, to the penny. Needs a year.",
                    "/api/v1/journeys/reconciliation",
                    List.of(MONEY, PEOPLE),
                    true),
            new Offered(
                    "outcomes",
                    "Persons who are better, the same or worse",
                    "By measure, domain, journey, stage, agency and month, under disclosure control.",
                    "/api/v1/outcomes/summary",
                    List.of(PEOPLE, HEALTH),
                    true),
            new Offered(
                    "measures",
                    "Measures of outcomes",
                    "What is measured, how, and when a change counts.",
                    "/api/v1/outcomes/measures",
                    List.of(PEOPLE, HEALTH),
                    false));
}
