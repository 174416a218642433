package org.totalplace.journey.personcost;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.paging.Csv;

/**
 * On how few persons a year's fiscal cost falls, as it may be published.
 *
 * @param map null for all contacts
 * @param bands the persons who cost most, and everybody last
 */
record ConcentrationAnswer(
        @Nullable String map,
        String year,
        Instant asOf,
        PersonsRange persons,
        PersonsRange.CostAPerson costAPerson,
        List<Band> bands) {

    private static final int EVERYBODY = 100;
    private static final List<String> AGENCIES = List.of("1", "2", "3", "4 or more");

    /**
     * @param top per cent of the persons, at least one person
     * @param share per cent of the whole cost, from published amounts
     * @param meanAgencies how many agencies one of them sees
     * @param symbol {@code c} where share and mean are confidential
     * @param seen how many of them see so many agencies
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Band(
            int top,
            PublishedCount persons,
            PublishedAmount cost,
            @Nullable BigDecimal share,
            @Nullable BigDecimal meanAgencies,
            @Nullable String symbol,
            List<Seen> seen) {}

    record Seen(String agencies, PublishedCount persons) {}

    static ConcentrationAnswer of(Cohort cohort, Instant asOf, CostsOfCohorts.Found<CostsOfCohorts.Band> found) {
        PublishedAmount whole = found.rows().stream()
                .filter(band -> band.percent() == EVERYBODY)
                .findFirst()
                .map(ConcentrationAnswer::cost)
                .orElse(new PublishedAmount(new BigDecimal("0.00"), null));
        PersonsRange persons = PersonsRange.of(found.doubt());
        return new ConcentrationAnswer(
                cohort.map(),
                cohort.year().label(),
                asOf,
                persons,
                persons.over(whole.value()),
                found.rows().stream().map(band -> band(band, whole)).toList());
    }

    private static PublishedAmount cost(CostsOfCohorts.Band band) {
        return PublishedAmount.of(band.cost(), band.persons(), band.largestTwo());
    }

    private static Band band(CostsOfCohorts.Band band, PublishedAmount whole) {
        PublishedCount persons = PublishedCount.of(band.persons());
        PublishedAmount cost = cost(band);
        BigDecimal share = share(cost.value(), whole.value());
        BigDecimal mean = persons.value() == null
                ? null
                : BigDecimal.valueOf(band.agencies())
                        .divide(BigDecimal.valueOf(Math.max(1, band.persons())), 1, RoundingMode.HALF_EVEN);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < AGENCIES.size(); i++) {
            seen.add(new Seen(AGENCIES.get(i), PublishedCount.of(band.seen().get(i))));
        }
        return new Band(band.percent(), persons, cost, share, mean, share == null || mean == null ? "c" : null, seen);
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_EVEN);
    }

    /** The bands. */
    String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(Csv.line(List.of(
                "map",
                "year",
                "top",
                "persons",
                "cost",
                "share",
                "meanAgencies",
                "see1",
                "see2",
                "see3",
                "see4OrMore")));
        for (Band band : bands) {
            List<Object> cells = new ArrayList<>(List.of(
                    Objects.requireNonNullElse(map, ""),
                    year,
                    band.top(),
                    band.persons().shown(),
                    band.cost().shown(),
                    band.share() == null ? "c" : band.share(),
                    band.meanAgencies() == null ? "c" : band.meanAgencies()));
            band.seen().forEach(seen -> cells.add(seen.persons().shown()));
            lines.add(Csv.line(cells));
        }
        return String.join("", lines);
    }
}
