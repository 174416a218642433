package org.totalplace.journey.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one person on a map.
 *
 * @param eras in the order of their start; at least one
 * @param steps what is told of them
 * @param repeated pairs of agencies of which the second assessed what the first just had
 */
record Way(
        UUID person,
        List<Era> eras,
        List<String> steps,
        Set<Pair> repeated,
        @Nullable String area,
        @Nullable LocalDate born) {

    /** One agency and then another. */
    record Pair(String from, String to) implements Comparable<Pair> {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::from).thenComparing(Pair::to);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param touches of one person, in the order of their start; at least one */
    static Way of(List<Touch> touches, Method method) {
        Touch first = touches.getFirst();
        List<Era> eras = Era.of(touches, method.gapDays());
        List<String> steps = Steps.of(eras, method.overlapDays());
        return new Way(
                first.person(),
                eras,
                steps.subList(0, Math.min(steps.size(), method.longest())),
                repeated(touches, method.repeatDays()),
                first.area(),
                first.born());
    }

    LocalDate start() {
        return eras.getFirst().start();
    }

    LocalDate end() {
        return eras.stream().map(Era::end).max(Comparator.naturalOrder()).orElseThrow();
    }

    long days() {
        return ChronoUnit.DAYS.between(start(), end());
    }

    /** The era that ended last; of several the one that began last. */
    Era last() {
        return eras.stream()
                .max(Comparator.comparing(Era::end).thenComparing(Era::start))
                .orElseThrow();
    }

    private static Set<Pair> repeated(List<Touch> touches, int withinDays) {
        List<Touch> assessments = touches.stream().filter(Touch::assesses).toList();
        Set<Pair> pairs = new TreeSet<>();
        for (int later = 1; later < assessments.size(); later++) {
            Touch second = assessments.get(later);
            for (Touch first : assessments.subList(0, later)) {
                if (!first.agency().equals(second.agency())
                        && ChronoUnit.DAYS.between(first.start(), second.start()) <= withinDays) {
                    pairs.add(new Pair(first.agency(), second.agency()));
                }
            }
        }
        return pairs;
    }
}
