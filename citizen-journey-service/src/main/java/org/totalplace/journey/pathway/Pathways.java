package org.totalplace.journey.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.totalplace.journey.journey.Stage;

/**
 * What is read off the ways of many persons. Counts are of persons, so that they can be disclosed by them.
 *
 * @param ways of a cohort, one a person
 * @param stages of the map
 * @param observedUntil the last day of which anything is known
 */
record Pathways(List<Way> ways, List<Stage> stages, Method method, LocalDate observedUntil) {

    Pathways {
        ways = List.copyOf(ways);
        stages = List.copyOf(stages);
    }

    /** @param known nothing is known of later days, whatever contacts plan */
    static Pathways of(List<Way> ways, List<Stage> stages, Method method, LocalDate known) {
        LocalDate latest =
                ways.stream().map(Way::end).max(Comparator.naturalOrder()).orElse(known);
        return new Pathways(ways, stages, method, latest.isAfter(known) ? known : latest);
    }

    /** A way through the map, with who took it. */
    record Variant(List<String> steps, List<Way> ways) {

        long persons() {
            return ways.size();
        }
    }

    long persons() {
        return ways.size();
    }

    /** The most taken first. */
    List<Variant> variants() {
        Map<List<String>, List<Way>> variants = new HashMap<>();
        ways.forEach(way -> variants.computeIfAbsent(way.steps(), steps -> new ArrayList<>())
                .add(way));
        return variants.entrySet().stream()
                .map(entry -> new Variant(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Variant::persons)
                        .reversed()
                        .thenComparing(variant -> String.join(">", variant.steps())))
                .toList();
    }

    /** The most travelled first. */
    List<Waits> handOffs() {
        Map<Way.Pair, Set<UUID>> persons = new HashMap<>();
        Map<Way.Pair, List<Long>> days = new HashMap<>();
        for (Way way : ways) {
            for (int i = 1; i < way.eras().size(); i++) {
                Era before = way.eras().get(i - 1);
                Era next = way.eras().get(i);
                if (!before.agency().equals(next.agency())) {
                    Way.Pair pair = new Way.Pair(before.agency(), next.agency());
                    persons.computeIfAbsent(pair, key -> new HashSet<>()).add(way.person());
                    days.computeIfAbsent(pair, key -> new ArrayList<>())
                            .add(Math.max(0, ChronoUnit.DAYS.between(before.end(), next.start())));
                }
            }
        }
        return persons.entrySet().stream()
                .map(entry -> new Waits(entry.getKey(), entry.getValue(), days.getOrDefault(entry.getKey(), List.of())))
                .sorted(Comparator.comparingInt((Waits waits) -> waits.persons().size())
                        .reversed()
                        .thenComparing(Waits::agencies))
                .toList();
    }

    long repeatedlyAssessed() {
        return ways.stream().filter(way -> !way.repeated().isEmpty()).count();
    }

    /** Persons by the agencies that assessed them one after the other. */
    Map<Way.Pair, Long> repeatedAssessments() {
        Map<Way.Pair, Long> pairs = new TreeMap<>();
        ways.forEach(way -> way.repeated().forEach(pair -> pairs.merge(pair, 1L, Long::sum)));
        return pairs;
    }

    /** Persons who were not seen again though more was to come, by the stage in which they were last seen. */
    Map<String, Long> dropOuts() {
        Map<String, Long> stopped = new TreeMap<>();
        for (Way way : ways) {
            Era last = way.last();
            boolean over = last.end().plusDays(method.dropOutDays()).isBefore(observedUntil);
            if (over && expectsMore(last.stage())) {
                stopped.merge(last.stage(), 1L, Long::sum);
            }
        }
        return stopped;
    }

    /** Where the map says nothing of what it expects, every stage but the last leads on. */
    private boolean expectsMore(String code) {
        boolean says = stages.stream().anyMatch(stage -> !stage.expects().isEmpty());
        return says
                ? stages.stream()
                        .anyMatch(stage ->
                                stage.stage().equals(code) && !stage.expects().isEmpty())
                : !stages.isEmpty() && !stages.getLast().stage().equals(code);
    }

    List<Conformance> conformance() {
        return Conformance.of(ways, stages, observedUntil);
    }
}
