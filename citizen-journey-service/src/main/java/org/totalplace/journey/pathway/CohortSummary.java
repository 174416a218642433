package org.totalplace.journey.pathway;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.totalplace.journey.person.AgeBand;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.disclosure.PublishedTable;
import org.totalplace.starter.problem.Problem;

/**
 * The cohorts of a map's year side by side, as they may be published: where the persons of one alone would be hidden,
 * everybody less the others would tell it, so that the next smallest is hidden too.
 *
 * @param by area or age-band
 * @param notKnown persons of whom no agency knows it
 */
record CohortSummary(
        String map, String year, Instant asOf, Method method, String by, List<Group> groups, PublishedCount notKnown) {

    /** @param fitness as in the answer about one cohort */
    record Group(
            String cohort,
            PublishedCount persons,
            PublishedCount repeatedAssessments,
            PublishedCount dropOuts,
            @Nullable Long fitness,
            @Nullable String symbol) {}

    /** What persons are grouped by. */
    enum By {
        AREA,
        AGE_BAND;

        String code() {
            return this == AREA ? "area" : "age-band";
        }

        /** As questions call it. */
        String filter() {
            return this == AREA ? "area" : "ageBand";
        }

        static By asked(String code) {
            return Arrays.stream(values())
                    .filter(by -> by.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.badInput(
                            "by", "unknown-grouping", "Cohorts are by area or age-band, not by '" + code + "'."));
        }
    }

    static CohortSummary of(Cohort cohort, Instant asOf, Pathways all, By by) {
        Map<String, List<Way>> groups = new TreeMap<>();
        long unknown = 0;
        for (Way way : all.ways()) {
            String group = group(cohort, way, by);
            if (group == null) {
                unknown++;
            } else {
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(way);
            }
        }
        long[][] counts = new long[groups.size() + 1][1];
        int row = 0;
        for (List<Way> ways : groups.values()) {
            counts[row++][0] = ways.size();
        }
        counts[row][0] = unknown;
        PublishedTable table = PublishedTable.of(counts);
        List<Group> shown = new ArrayList<>();
        groups.forEach((name, ways) -> shown.add(group(name, ways, all, table.cell(shown.size(), 0))));
        return new CohortSummary(
                cohort.map(), cohort.year().label(), asOf, all.method(), by.code(), shown, table.cell(row, 0));
    }

    /** The cohorts whose persons it counts. */
    List<String> counted() {
        return groups.stream()
                .filter(group -> group.persons().value() != null)
                .map(Group::cohort)
                .toList();
    }

    static @Nullable String group(Cohort cohort, Way way, By by) {
        LocalDate born = way.born();
        return switch (by) {
            case AREA -> way.area();
            case AGE_BAND ->
                born == null
                        ? null
                        : Arrays.stream(AgeBand.values())
                                .filter(band -> band.holds(born, cohort.year()))
                                .map(AgeBand::code)
                                .findFirst()
                                .orElse(null);
        };
    }

    private static Group group(String name, List<Way> ways, Pathways all, PublishedCount persons) {
        Pathways here = new Pathways(ways, all.stages(), all.method(), all.observedUntil());
        ConformanceAnswer conformance = ConformanceAnswer.of(here.conformance());
        return new Group(
                name,
                persons,
                PublishedCount.of(here.repeatedlyAssessed()),
                PublishedCount.of(here.dropOuts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()),
                conformance.fitness(),
                conformance.symbol());
    }
}
