package org.totalplace.journey.pathway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.paging.Csv;
import org.totalplace.value.FinancialYear;

/**
 * The ways that persons took through a map in a year, as they may be published.
 *
 * @param variants that more than a few persons took
 * @param rare persons on all other ways together
 * @param repeatedAssessments persons assessed by two agencies within 90 days
 */
record PathwaysAnswer(
        String map,
        String year,
        Instant asOf,
        PublishedCount persons,
        List<Variant> variants,
        PublishedCount rare,
        List<HandOff> handOffs,
        PublishedCount repeatedAssessments) {

    /** @param steps {@code stage@agency}, in their order */
    record Variant(List<String> steps, PublishedCount persons) {}

    /** @param medianWaitDays null with symbol {@code c} beside it where few persons stand behind it */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HandOff(
            String from,
            String to,
            PublishedCount persons,
            @Nullable Double medianWaitDays,
            @Nullable String symbol) {}

    static PathwaysAnswer of(String map, FinancialYear year, Instant asOf, Pathways pathways) {
        List<Variant> shown = new ArrayList<>();
        long rare = 0;
        for (Pathways.Variant variant : pathways.variants()) {
            if (variant.persons() <= PublishedCount.CONFIDENTIAL_UP_TO) {
                rare += variant.persons();
            } else {
                shown.add(new Variant(variant.steps(), PublishedCount.of(variant.persons())));
            }
        }
        return new PathwaysAnswer(
                map,
                year.label(),
                asOf,
                PublishedCount.of(pathways.persons()),
                shown,
                PublishedCount.of(rare),
                pathways.handOffs().stream().map(PathwaysAnswer::handOff).toList(),
                PublishedCount.of(pathways.repeatedlyAssessed()));
    }

    private static HandOff handOff(Pathways.Waited waited) {
        PublishedCount persons = PublishedCount.of(waited.persons());
        return new HandOff(
                waited.handOff().from(),
                waited.handOff().to(),
                persons,
                persons.value() == null ? null : waited.medianDays(),
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
