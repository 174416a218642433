package org.totalplace.journey.pathway;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is read off the pathways of many persons, one after the other. Counts are of persons, so that they can be
 * disclosed by them.
 */
final class Pathways {

    /** Within so many days an assessment by another agency asks what was just asked. */
    static final int REPEATED_WITHIN_DAYS = 90;

    private final Map<List<String>, Long> variants = new HashMap<>();
    private final Map<HandOff, Waits> handOffs = new HashMap<>();
    private long persons;
    private long repeatedlyAssessed;

    /**
     * From one agency to another.
     *
     * @param from the agency whose era ended or was under way
     * @param to the agency whose era began next
     */
    record HandOff(String from, String to) {}

    /**
     * @param persons who were handed over so
     * @param days of each time from the end of the one era to the start of the next, 0 where they overlap
     */
    private record Waits(Set<Object> persons, List<Long> days) {}

    /** A way through the map, with how many persons took it. */
    record Variant(List<String> steps, long persons) {}

    /** @param medianDays of all the waits */
    record Waited(HandOff handOff, long persons, double medianDays) {}

    /** @param touches of one person, in the order of their start; at least one */
    void add(List<Touch> touches) {
        persons++;
        List<Era> eras = Era.of(touches);
        variants.merge(eras.stream().map(Era::step).toList(), 1L, Long::sum);
        for (int i = 1; i < eras.size(); i++) {
            passOn(touches.getFirst(), eras.get(i - 1), eras.get(i));
        }
        if (isRepeatedlyAssessed(touches)) {
            repeatedlyAssessed++;
        }
    }

    private void passOn(Touch who, Era before, Era next) {
        if (!before.agency().equals(next.agency())) {
            Waits waits = handOffs.computeIfAbsent(
                    new HandOff(before.agency(), next.agency()), key -> new Waits(new HashSet<>(), new ArrayList<>()));
            waits.persons().add(who.person());
            waits.days().add(Math.max(0, ChronoUnit.DAYS.between(before.end(), next.start())));
        }
    }

    private static boolean isRepeatedlyAssessed(List<Touch> touches) {
        List<Touch> assessments = touches.stream().filter(Touch::assesses).toList();
        for (int later = 1; later < assessments.size(); later++) {
            Touch second = assessments.get(later);
            if (assessments.subList(0, later).stream()
                    .anyMatch(first -> !first.agency().equals(second.agency())
                            && ChronoUnit.DAYS.between(first.start(), second.start()) <= REPEATED_WITHIN_DAYS)) {
                return true;
            }
        }
        return false;
    }

    long persons() {
        return persons;
    }

    long repeatedlyAssessed() {
        return repeatedlyAssessed;
    }

    /** The most taken first. */
    List<Variant> variants() {
        return variants.entrySet().stream()
                .map(entry -> new Variant(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Variant::persons)
                        .reversed()
                        .thenComparing(variant -> String.join(">", variant.steps())))
                .collect(Collectors.toList());
    }

    /** The most travelled first. */
    List<Waited> handOffs() {
        return handOffs.entrySet().stream()
                .map(entry -> new Waited(
                        entry.getKey(),
                        entry.getValue().persons().size(),
                        median(entry.getValue().days())))
                .sorted(Comparator.comparingLong(Waited::persons)
                        .reversed()
                        .thenComparing(waited -> waited.handOff().from())
                        .thenComparing(waited -> waited.handOff().to()))
                .toList();
    }

    private static double median(List<Long> days) {
        List<Long> sorted = days.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
