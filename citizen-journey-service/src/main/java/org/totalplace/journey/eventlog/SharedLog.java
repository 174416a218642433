package org.totalplace.journey.eventlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.totalplace.journey.pathway.Era;
import org.totalplace.starter.disclosure.PublishedCount;

/**
 * A log that may leave the platform. A way that few persons took is left out, and of the others a multiple of five
 * persons is told, at least ten, so that every count that can be made of the log follows the rules of published counts.
 * Five persons each who took a way in most alike times are told with the same days, the middle ones of theirs
 * (microaggregation, Domingo-Ferrer and Mateo-Sanz 2002), so that no known interval of a life finds one.
 *
 * @param cases in the order of their ids, which says nothing
 * @param leftOut persons whose way is not told
 */
record SharedLog(String map, String year, DateRule dates, List<LogCase> cases, PublishedCount leftOut) {

    private static final int STEP = 5;
    private static final int LEAST = 10;

    /**
     * Leaves out what may not be told.
     *
     * @param ways one a person, not empty, always in the same order: the first of a way are told, so that two logs tell
     * the same persons and nobody is found out by asking again
     * @param ids a new one every time, which leads nowhere
     */
    static SharedLog of(String map, String year, DateRule dates, List<List<Era>> ways, Supplier<String> ids) {
        Map<String, List<List<Era>>> variants = new TreeMap<>();
        for (List<Era> way : ways) {
            String variant = way.stream().map(Era::step).collect(Collectors.joining("\n"));
            variants.computeIfAbsent(variant, key -> new ArrayList<>()).add(way);
        }
        List<LogCase> cases = variants.values().stream()
                .flatMap(variant -> told(variant, dates, ids))
                .sorted(Comparator.comparing(LogCase::id))
                .toList();
        return new SharedLog(map, year, dates, cases, PublishedCount.of(ways.size() - cases.size()));
    }

    private static Stream<LogCase> told(List<List<Era>> variant, DateRule dates, Supplier<String> ids) {
        int many = variant.size() < LEAST ? 0 : variant.size() / STEP * STEP;
        List<List<LogCase.Event>> inTime = variant.stream()
                .limit(many)
                .map(way -> events(way, dates))
                .sorted(SharedLog::inTime)
                .toList();
        return IntStream.range(0, many)
                .mapToObj(i -> new LogCase(ids.get(), middle(inTime.subList(i / STEP * STEP, i / STEP * STEP + STEP))));
    }

    private static List<LogCase.Event> events(List<Era> way, DateRule dates) {
        LocalDate first = way.getFirst().start();
        return way.stream()
                .map(era -> new LogCase.Event(
                        era.stage(), era.agency(), dates.told(era.start(), first), dates.told(era.end(), first)))
                .toList();
    }

    /** By the days of the first event, then of the next, so that neighbours are alike. */
    private static int inTime(List<LogCase.Event> one, List<LogCase.Event> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = Comparator.comparing(LogCase.Event::start)
                    .thenComparing(LogCase.Event::end)
                    .compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Middle days of one event after another keep the order that the days of each had. */
    private static List<LogCase.Event> middle(List<List<LogCase.Event>> alike) {
        return IntStream.range(0, alike.getFirst().size())
                .mapToObj(i -> new LogCase.Event(
                        alike.getFirst().get(i).stage(),
                        alike.getFirst().get(i).agency(),
                        middle(alike, way -> way.get(i).start()),
                        middle(alike, way -> way.get(i).end())))
                .toList();
    }

    private static LocalDate middle(List<List<LogCase.Event>> alike, Function<List<LogCase.Event>, LocalDate> day) {
        return alike.stream().map(day).sorted().toList().get(alike.size() / 2);
    }
}
