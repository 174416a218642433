package org.totalplace.journey.pathway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.ToldGroup;

/** Of whom answers about ways tell. Counts within them are rounded; whose ways they are, and what they cost, is not. */
final class ToldOfWays {

    private ToldOfWays() {}

    /** Everybody whose ways are told. */
    static List<ToldGroup> everybody(Cohort cohort, Pathways pathways) {
        return told(
                List.of(cohort.map(), cohort.year().label(), "ways"),
                cohort.persons().marks(),
                pathways.persons());
    }

    /** Who took each of the ways whose cost is told; the same steps are another way where other rules make them. */
    static List<ToldGroup> variants(Cohort cohort, Method method, List<Pathways.Variant> variants) {
        List<ToldGroup> told = new ArrayList<>();
        for (Pathways.Variant variant : variants) {
            told.addAll(told(
                    List.of(
                            cohort.map(),
                            cohort.year().label(),
                            "way",
                            method.ofSteps(variant.steps().size()),
                            VariantId.of(variant.steps())),
                    cohort.persons().marks(),
                    variant.persons()));
        }
        return told;
    }

    /** Every cohort that is counted beside the others. */
    static List<ToldGroup> cohorts(Cohort cohort, Pathways pathways, CohortSummary.By by, CohortSummary shown) {
        List<ToldGroup> told = new ArrayList<>();
        for (String name : shown.counted()) {
            Map<String, @Nullable String> marks = new HashMap<>(cohort.persons().marks());
            marks.put(by.filter(), name);
            long persons = pathways.ways().stream()
                    .filter(way -> name.equals(CohortSummary.group(cohort, way, by)))
                    .count();
            told.addAll(told(List.of(cohort.map(), cohort.year().label(), "ways"), marks, persons));
        }
        return told;
    }

    private static List<ToldGroup> told(List<String> figures, Map<String, @Nullable String> marks, long persons) {
        return PublishedCount.of(persons).value() == null ? List.of() : List.of(ToldGroup.of(figures, marks, persons));
    }
}
