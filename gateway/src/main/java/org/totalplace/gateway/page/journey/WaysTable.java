package org.totalplace.gateway.page.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.StringUtils;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;

/** The tables of the ways as CSV: the figures of the page, which the API gives in one answer. */
enum WaysTable {
    VARIANTS,
    HAND_OFFS,
    REPEATED,
    DROP_OUTS,
    EXPECTED;

    private static final Published.Count NOBODY = new Published.Count(0L, null);

    private record Outcome(String domain, String status) {

        /** As the service's own file has it. */
        String column() {
            return domain + StringUtils.capitalize(status);
        }

        /** Of a domain that nobody was observed in there is nobody. */
        Published.Count of(VariantsAnswer.Side side) {
            return side.outcomes().getOrDefault(domain, Map.of()).getOrDefault(status, NOBODY);
        }
    }

    private static final List<Outcome> OUTCOMES = Stream.of("social", "environmental", "economic")
            .flatMap(domain ->
                    Stream.of("better", "same", "worse", "unknown").map(status -> new Outcome(domain, status)))
            .toList();

    /** @throws Problem 404 if there is no such table */
    static WaysTable named(Words words, String name) {
        return Arrays.stream(values())
                .filter(table -> table.fileName().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-such-table", words.say("page.no-table")));
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Flux<DataBuffer> csv(Ways.Known known) {
        return Csv.stream(header(), Flux.fromIterable(rows(known)), row -> row);
    }

    private List<String> header() {
        return switch (this) {
            case VARIANTS ->
                Stream.concat(
                                Stream.of("number", "variant", "steps", "persons", "medianDays", "costPerPerson"),
                                OUTCOMES.stream().map(Outcome::column))
                        .toList();
            case HAND_OFFS -> List.of("from", "to", "persons", "medianWaitDays", "lowerQuartile", "upperQuartile");
            case REPEATED -> List.of("first", "again", "persons");
            case DROP_OUTS -> List.of("stage", "persons");
            case EXPECTED ->
                List.of(
                        "after",
                        "expected",
                        "withinDays",
                        "agency",
                        "inTime",
                        "late",
                        "outOfOrder",
                        "never",
                        "pending");
        };
    }

    private List<List<@Nullable Object>> rows(Ways.Known known) {
        PathwaysAnswer pathways = known.pathways();
        return switch (this) {
            case VARIANTS ->
                known.commonest().stream()
                        .map(variant -> variant(known, variant))
                        .toList();
            case HAND_OFFS ->
                pathways.handOffs().stream().map(WaysTable::handOff).toList();
            case REPEATED ->
                pathways.repeatedByAgencies().stream().map(WaysTable::repeated).toList();
            case DROP_OUTS ->
                pathways.dropOuts().stream().map(WaysTable::dropOut).toList();
            case EXPECTED ->
                known.expectations().stream().map(WaysTable::expected).toList();
        };
    }

    private static List<@Nullable Object> repeated(PathwaysAnswer.Repeated pair) {
        return Arrays.asList(pair.first(), pair.again(), count(pair.persons()));
    }

    private static List<@Nullable Object> dropOut(PathwaysAnswer.DropOut dropOut) {
        return Arrays.asList(dropOut.stage(), count(dropOut.persons()));
    }

    private static List<@Nullable Object> variant(Ways.Known known, PathwaysAnswer.Variant variant) {
        VariantsAnswer.Side side = known.costs().get(variant.variant());
        Published.Amount cost = side == null ? null : side.costPerPerson();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.addAll(Arrays.<@Nullable Object>asList(
                known.commonest().indexOf(variant) + 1,
                variant.variant(),
                String.join(" > ", variant.steps()),
                count(variant.persons()),
                side == null ? null : side.medianDays(),
                cost == null ? "x" : Published.number(cost.value(), cost.symbol())));
        OUTCOMES.forEach(outcome -> cells.add(side == null ? "x" : count(outcome.of(side))));
        return cells;
    }

    private static List<@Nullable Object> handOff(PathwaysAnswer.HandOff handOff) {
        PathwaysAnswer.Quartiles quartiles = handOff.quartiles();
        return Arrays.asList(
                handOff.from(),
                handOff.to(),
                count(handOff.persons()),
                handOff.medianWaitDays() == null ? handOff.symbol() : handOff.medianWaitDays(),
                quartiles == null ? "x" : quartiles.lower(),
                quartiles == null ? "x" : quartiles.upper());
    }

    private static List<@Nullable Object> expected(PathwaysAnswer.Expected expected) {
        return Arrays.asList(
                expected.stage(),
                expected.expects(),
                expected.withinDays(),
                expected.agency(),
                count(expected.inTime()),
                count(expected.late()),
                count(expected.outOfOrder()),
                count(expected.never()),
                count(expected.pending()));
    }

    private static Object count(Published.@Nullable Count count) {
        if (count == null) {
            return "x";
        }
        Long value = count.value();
        return value == null ? String.valueOf(count.symbol()) : value;
    }
}
