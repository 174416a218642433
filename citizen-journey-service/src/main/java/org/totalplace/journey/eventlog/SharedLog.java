package org.totalplace.journey.eventlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.totalplace.journey.pathway.Era;
import org.totalplace.starter.disclosure.PublishedCount;

/**
 * A log that may leave the platform. A way that few persons took is left out, and of the others a multiple of five
 * persons is told, at least ten, so that every count that can be made of the log follows the rules of published counts.
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
     * @param ways one a person, not empty
     * @param ids a new one every time, which leads nowhere
     */
    static SharedLog of(String map, String year, DateRule dates, List<List<Era>> ways, Supplier<String> ids) {
        Map<String, List<LogCase>> variants = new TreeMap<>();
        for (List<Era> way : ways) {
            String variant = way.stream().map(Era::step).collect(Collectors.joining("\n"));
            variants.computeIfAbsent(variant, key -> new ArrayList<>()).add(told(way, dates, ids.get()));
        }
        List<LogCase> cases = variants.values().stream()
                // Which persons of a variant are told follows from their new ids: chance.
                .flatMap(variant -> variant.stream()
                        .sorted(Comparator.comparing(LogCase::id))
                        .limit(variant.size() < LEAST ? 0 : variant.size() / STEP * STEP))
                .sorted(Comparator.comparing(LogCase::id))
                .toList();
        return new SharedLog(map, year, dates, cases, PublishedCount.of(ways.size() - cases.size()));
    }

    private static LogCase told(List<Era> way, DateRule dates, String id) {
        LocalDate first = way.getFirst().start();
        return new LogCase(
                id,
                way.stream()
                        .map(era -> new LogCase.Event(
                                era.stage(),
                                era.agency(),
                                dates.told(era.start(), first),
                                dates.told(era.end(), first)))
                        .toList());
    }
}
