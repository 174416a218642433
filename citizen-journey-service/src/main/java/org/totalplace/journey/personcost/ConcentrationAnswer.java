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
import org.totalplace.value.Pence;

/**
 * On how few persons a year's fiscal cost falls, as it may be published.
 *
 * @param map null for all contacts
 * @param area of the persons; null for anywhere
 * @param ageBand of the persons; null for any
 * @param bands the persons who cost most, and everybody last
 */
record ConcentrationAnswer(
        @Nullable String map,
        String year,
        @Nullable String area,
        @Nullable String ageBand,
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
        Whole whole = found.rows().stream()
                .filter(band -> band.percent() == EVERYBODY)
                .findFirst()
                .map(band -> new Whole(cohort.isPart(), band.cost(), cost(cohort, band)))
                .orElse(Whole.NOTHING);
        PersonsRange persons = PersonsRange.of(found.doubt());
        return new ConcentrationAnswer(
                cohort.map(),
                cohort.year().label(),
                cohort.persons().area(),
                cohort.persons().band(),
                asOf,
                persons,
                persons.over(whole.published().value()),
                found.rows().stream().map(band -> band(band, whole)).toList());
    }

    private static PublishedAmount cost(Cohort cohort, CostsOfCohorts.Band band) {
        return cohort.published(band.cost(), band.persons(), band.largestTwo());
    }

    /** What everybody cost together; of a part of all persons, the cost of a band follows from its share of it. */
    private record Whole(boolean ofPart, Pence exact, PublishedAmount published) {

        static final Whole NOTHING = new Whole(false, Pence.ZERO, new PublishedAmount(new BigDecimal("0.00"), null));

        @Nullable
        BigDecimal share(CostsOfCohorts.Band band, PublishedAmount shown) {
            BigDecimal cost = shown.value();
            BigDecimal all = published.value();
            if (cost == null || all == null || all.signum() == 0 || exact.value() == 0) {
                return null;
            }
            return ofPart
                    ? band.cost().pounds().movePointRight(2).divide(exact.pounds(), 0, RoundingMode.HALF_EVEN)
                    : cost.movePointRight(2).divide(all, 1, RoundingMode.HALF_EVEN);
        }

        PublishedAmount cost(CostsOfCohorts.Band band) {
            PublishedAmount shown = PublishedAmount.of(band.cost(), band.persons(), band.largestTwo());
            if (!ofPart) {
                return shown;
            }
            BigDecimal all = published.value();
            BigDecimal share = share(band, shown);
            return all == null || share == null
                    ? new PublishedAmount(null, "c")
                    : new PublishedAmount(
                            all.multiply(share).movePointLeft(2).setScale(2, RoundingMode.HALF_EVEN), null);
        }
    }

    private static Band band(CostsOfCohorts.Band band, Whole whole) {
        PublishedCount persons = PublishedCount.of(band.persons());
        PublishedAmount cost = whole.cost(band);
        BigDecimal share = whole.share(band, cost);
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
