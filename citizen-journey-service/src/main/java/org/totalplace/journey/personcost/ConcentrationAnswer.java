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
import org.totalplace.starter.disclosure.ToldGroup;
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

    private static final PublishedAmount CONFIDENTIAL = new PublishedAmount(null, "c");
    private static final List<String> AGENCIES = List.of("1", "2", "3", "4 or more");

    /**
     * @param top per cent of the persons, at least one person
     * @param share per cent of the whole cost
     * @param meanAgencies how many agencies one of them sees; not told where a count of {@code seen} is hidden
     * @param symbol {@code c} where the share or the mean is confidential
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

    static ConcentrationAnswer of(Cohort cohort, Instant asOf, CostsOfCohorts.Ranked found) {
        Ranking ranking = found.ranking();
        Whole whole = new Whole(
                cohort.map() == null && !cohort.isPart(),
                cohort.isPart() ? 0 : 1,
                ranking.everybody().cost(),
                whole(cohort, found));
        PersonsRange persons = PersonsRange.of(found.doubt());
        return new ConcentrationAnswer(
                cohort.map(),
                cohort.year().label(),
                cohort.persons().area(),
                cohort.persons().band(),
                asOf,
                persons,
                persons.over(whole.published().value()),
                ranking.bands().stream()
                        .map(band -> band(band, ranking.told().contains(band.top()) ? whole : null))
                        .toList());
    }

    /**
     * Of whom the answer tells: bands of one cohort do not lie in bands of another, but everybody does. On a map it
     * tells the sum of the cells that the map's costs show, and so of the same persons.
     */
    static List<ToldGroup> told(Cohort cohort, CostsOfCohorts.Ranked found) {
        if (cohort.map() != null) {
            return MapCostsAnswer.told(cohort, new CostsOfCohorts.Found(found.cells(), found.doubt()));
        }
        long everybody = found.ranking().everybody().persons();
        return PublishedCount.of(everybody).value() == null
                ? List.of()
                : List.of(cohort.told(everybody, "concentration"));
    }

    /**
     * Of a map no more than its cells show together: the whole to the penny, less the cells that are shown, would tell
     * the ones that are not.
     */
    private static PublishedAmount whole(Cohort cohort, CostsOfCohorts.Ranked found) {
        Slice everybody = found.ranking().everybody();
        PublishedAmount whole = cohort.published(everybody.cost(), everybody.persons(), everybody.largestTwo());
        if (cohort.map() == null || whole.value() == null) {
            return whole;
        }
        List<MapCostsAnswer.CellCost> cells = MapCostsAnswer.published(cohort, found.cells());
        BigDecimal shown = MapCostsAnswer.Totals.of(cells).fiscal();
        return shown.signum() == 0 && everybody.cost().value() != 0 ? CONFIDENTIAL : new PublishedAmount(shown, null);
    }

    /**
     * What everybody cost together.
     *
     * @param toThePenny whether it is told so; where it is not, the cost of a band follows from its share
     * @param decimals of shares
     */
    private record Whole(boolean toThePenny, int decimals, Pence exact, PublishedAmount published) {

        @Nullable
        BigDecimal share(Slice band) {
            return published.value() == null || exact.value() <= 0
                    ? null
                    : band.cost().pounds().movePointRight(2).divide(exact.pounds(), decimals, RoundingMode.HALF_EVEN);
        }

        PublishedAmount cost(Slice band) {
            if (toThePenny) {
                return new PublishedAmount(band.cost().pounds(), null);
            }
            BigDecimal all = published.value();
            BigDecimal share = share(band);
            return all == null || share == null
                    ? CONFIDENTIAL
                    : new PublishedAmount(
                            all.multiply(share).movePointLeft(2).setScale(2, RoundingMode.HALF_EVEN), null);
        }
    }

    /** @param whole null where the band's cost may not be told */
    private static Band band(Slice band, @Nullable Whole whole) {
        PublishedCount persons = PublishedCount.of(band.persons());
        PublishedAmount cost = whole == null ? CONFIDENTIAL : whole.cost(band);
        BigDecimal share = whole == null ? null : whole.share(band);
        AgenciesSeen seen = AgenciesSeen.of(band.seen());
        // Of persons whose number is known the mean tells a count that is hidden.
        BigDecimal mean = whole == null || persons.value() == null || !seen.isWhole()
                ? null
                : BigDecimal.valueOf(band.agencies())
                        .divide(BigDecimal.valueOf(Math.max(1, band.persons())), 1, RoundingMode.HALF_EVEN);
        List<Seen> counts = new ArrayList<>();
        for (int i = 0; i < AGENCIES.size(); i++) {
            counts.add(new Seen(AGENCIES.get(i), seen.published().get(i)));
        }
        return new Band(band.top(), persons, cost, share, mean, share == null || mean == null ? "c" : null, counts);
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
