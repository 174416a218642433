package org.totalplace.journey.personcost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.paging.Csv;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import org.totalplace.value.PersonId;

/** What a person cost, year by year, with the range that doubt about links leaves. */
record PersonCostsAnswer(UUID personId, Instant asOf, Doubt doubt, List<Year> years, List<Line> lines) {

    /**
     * @param certainFrom match probability from which a link is certain
     * @param subjects of the person
     * @param certainSubjects of them, those that certain links alone hold together
     * @param tiedPersons other persons that doubtful links tie to this one; at most 100 are followed
     * @param moreTied whether there are more: the upper end of the range leaves them out
     */
    record Doubt(double certainFrom, int subjects, int certainSubjects, int tiedPersons, boolean moreTied) {}

    /**
     * @param fiscal by ledgers, and by reference costs where they do not have the line
     * @param ofWhichReference pounds
     * @param economic never added to others
     * @param social never added to others
     */
    record Year(
            String year,
            @Nullable Range fiscal,
            @Nullable BigDecimal ofWhichReference,
            @Nullable Range economic,
            @Nullable Range social) {}

    /**
     * @param cost pounds, fiscal
     * @param basis {@code local} by the ledger, or {@code reference}
     */
    record Line(
            String year,
            String agency,
            String service,
            String type,
            @Nullable String map,
            @Nullable String stage,
            @Nullable BigDecimal cost,
            @Nullable String basis,
            @Nullable BigDecimal economic,
            @Nullable BigDecimal social) {}

    static PersonCostsAnswer of(PersonId person, Instant asOf, double certainFrom, CostsOfPersons.Found found) {
        DoubtOfPerson doubt = found.doubt();
        return new PersonCostsAnswer(
                person.value(),
                asOf,
                new Doubt(
                        certainFrom,
                        doubt.subjects().size(),
                        doubt.certain().size(),
                        doubt.tied().size(),
                        doubt.moreTied()),
                years(found),
                found.lines().stream().map(PersonCostsAnswer::line).toList());
    }

    private static List<Year> years(CostsOfPersons.Found found) {
        TreeMap<FinancialYear, Measured> chosen = new TreeMap<>();
        TreeMap<FinancialYear, Measured> certain = new TreeMap<>();
        for (PersonLine line : found.lines()) {
            chosen.merge(line.year(), line.cost(), Measured::plus);
            certain.merge(line.year(), line.certain(), Measured::plus);
        }
        TreeSet<FinancialYear> years = new TreeSet<>(chosen.keySet());
        years.addAll(found.ofTied().keySet());
        return years.stream()
                .map(year -> year(
                        year,
                        certain.getOrDefault(year, Measured.NOTHING),
                        chosen.getOrDefault(year, Measured.NOTHING),
                        found.ofTied().getOrDefault(year, Measured.NOTHING)))
                .toList();
    }

    private static Year year(FinancialYear year, Measured certain, Measured chosen, Measured tied) {
        Measured wide = chosen.plus(tied);
        return new Year(
                year.label(),
                Range.of(certain.fiscal(), chosen.fiscal(), wide.fiscal()),
                pounds(chosen.reference()),
                Range.of(certain.economic(), chosen.economic(), wide.economic()),
                Range.of(certain.social(), chosen.social(), wide.social()));
    }

    private static Line line(PersonLine line) {
        Measured cost = line.cost();
        String basis = cost.local() != null ? "local" : cost.reference() != null ? "reference" : null;
        return new Line(
                line.year().label(),
                line.agency(),
                line.service(),
                line.type(),
                line.map(),
                line.stage(),
                pounds(cost.fiscal()),
                basis,
                pounds(cost.economic()),
                pounds(cost.social()));
    }

    private static @Nullable BigDecimal pounds(@Nullable Pence pence) {
        return pence == null ? null : pence.pounds();
    }

    /** The lines. */
    String csv() {
        StringBuilder csv = new StringBuilder(Csv.line(
                List.of("year", "agency", "service", "type", "map", "stage", "cost", "basis", "economic", "social")));
        for (Line line : lines) {
            csv.append(Csv.line(Arrays.asList(
                    line.year(),
                    line.agency(),
                    line.service(),
                    line.type(),
                    line.map(),
                    line.stage(),
                    line.cost(),
                    line.basis(),
                    line.economic(),
                    line.social())));
        }
        return csv.toString();
    }
}
