package org.totalplace.journey.pathway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.paging.Csv;

/**
 * The ways that persons took through a map in a year, as they may be published.
 *
 * @param area of the cohort; null for anywhere
 * @param ageBand of the cohort; null for any
 * @param observedUntil the last day of which anything is known
 * @param variants that more than a few persons took
 * @param rare persons on all other ways together
 * @param repeatedAssessments persons assessed by two agencies within the method's days
 * @param dropOuts persons who were not seen again though more was to come
 */
record PathwaysAnswer(
        String map,
        String year,
        @Nullable String area,
        @Nullable String ageBand,
        Instant asOf,
        Method method,
        LocalDate observedUntil,
        PublishedCount persons,
        List<Variant> variants,
        PublishedCount rare,
        List<HandOff> handOffs,
        PublishedCount repeatedAssessments,
        List<Repeated> repeatedByAgencies,
        List<DropOut> dropOuts,
        ConformanceAnswer conformance) {

    /** Each quarter of the persons is then more than a few. */
    private static final long LEAST_FOR_QUARTILES = 4 * (PublishedCount.CONFIDENTIAL_UP_TO + 1);

    /**
     * @param variant its id, the same wherever these are the steps
     * @param steps {@code stage@agency}, in their order
     */
    record Variant(String variant, List<String> steps, PublishedCount persons) {}

    /**
     * Waits are whole days.
     *
     * @param medianWaitDays null with symbol {@code c} beside it where few persons stand behind it
     * @param quartiles null where fewer than 32 persons stand behind them
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HandOff(
            String from,
            String to,
            PublishedCount persons,
            @Nullable Long medianWaitDays,
            @Nullable Quartiles quartiles,
            @Nullable String symbol) {}

    record Quartiles(long lower, long upper) {}

    /** @param first assessed before {@code again} did */
    record Repeated(String first, String again, PublishedCount persons) {}

    /** @param stage in which they were last seen */
    record DropOut(String stage, PublishedCount persons) {}

    static PathwaysAnswer of(Cohort cohort, Instant asOf, Pathways pathways) {
        List<Variant> shown = new ArrayList<>();
        long rare = 0;
        for (Pathways.Variant variant : pathways.variants()) {
            if (variant.persons() <= PublishedCount.CONFIDENTIAL_UP_TO) {
                rare += variant.persons();
            } else {
                shown.add(new Variant(
                        VariantId.of(variant.steps()), variant.steps(), PublishedCount.of(variant.persons())));
            }
        }
        return new PathwaysAnswer(
                cohort.map(),
                cohort.year().label(),
                cohort.persons().area(),
                cohort.persons().band(),
                asOf,
                pathways.method(),
                pathways.observedUntil(),
                PublishedCount.of(pathways.persons()),
                shown,
                PublishedCount.of(rare),
                pathways.handOffs().stream().map(PathwaysAnswer::handOff).toList(),
                PublishedCount.of(pathways.repeatedlyAssessed()),
                pathways.repeatedAssessments().entrySet().stream()
                        .map(pair -> new Repeated(
                                pair.getKey().from(), pair.getKey().to(), PublishedCount.of(pair.getValue())))
                        .toList(),
                pathways.dropOuts().entrySet().stream()
                        .map(stage -> new DropOut(stage.getKey(), PublishedCount.of(stage.getValue())))
                        .toList(),
                ConformanceAnswer.of(pathways.conformance()));
    }

    private static HandOff handOff(Waits waits) {
        PublishedCount persons = PublishedCount.of(waits.persons().size());
        boolean few = persons.value() == null;
        return new HandOff(
                waits.agencies().from(),
                waits.agencies().to(),
                persons,
                few ? null : Math.round(waits.median()),
                waits.persons().size() < LEAST_FOR_QUARTILES
                        ? null
                        : new Quartiles(waits.lowerQuartile(), waits.upperQuartile()),
                persons.symbol());
    }

    /** The variants as CSV, with the figures of the page. */
    String csv() {
        StringBuilder csv = new StringBuilder(Csv.line(List.of("map", "year", "steps", "persons")));
        variants.forEach(variant -> csv.append(Csv.line(List.of(
                map,
                year,
                String.join(" > ", variant.steps()),
                variant.persons().shown()))));
        return csv.append(Csv.line(List.of(map, year, "rare", rare.shown()))).toString();
    }
}
