package org.totalplace.gateway.page.journey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Published;
import org.totalplace.value.Pence;

/**
 * The ways that people took through a map, ready to print.
 *
 * @param costliest the answer to which of the commonest ways costs most; null where no cost is told
 * @param rare people on all other ways together
 * @param repeated people assessed anew by another agency
 * @param fitness per cent of what the map expects that came in time
 */
record WaysView(
        String observedUntil,
        String persons,
        @Nullable String costliest,
        List<VariantRow> variants,
        String rare,
        List<HandOffRow> handOffs,
        String repeated,
        int repeatDays,
        List<RepeatedRow> repeatedBy,
        List<DropOutRow> dropOuts,
        int dropOutDays,
        String fitness,
        List<ExpectedRow> expected) {

    record VariantRow(
            String number,
            List<String> steps,
            String persons,
            String days,
            String cost,
            Bar bar,
            List<String> outcomes) {}

    record HandOffRow(String from, String to, String persons, String median, String quarters, Bar bar) {}

    record RepeatedRow(String first, String again, String persons) {}

    record DropOutRow(String stage, String persons) {}

    record ExpectedRow(String what, String inTime, String late, String outOfOrder, String never, String pending) {}

    private static final String NOT_AVAILABLE = "x";
    private static final Published.Count NOBODY = new Published.Count(0L, null);
    private static final PathwaysAnswer.Method UNSAID = new PathwaysAnswer.Method(0, 0, 0, 0);

    static WaysView of(Ways.Known known, WayWords words) {
        PathwaysAnswer answer = known.pathways();
        PathwaysAnswer.Method method = Objects.requireNonNullElse(answer.method(), UNSAID);
        PathwaysAnswer.Conformance conformance = answer.conformance();
        return new WaysView(
                words.words().day(answer.observedUntil()),
                Published.shown(answer.persons()),
                costliest(known, words),
                variants(known, words),
                Published.shown(answer.rare()),
                handOffs(answer.handOffs(), words),
                Published.shown(answer.repeatedAssessments()),
                method.repeatDays(),
                answer.repeatedByAgencies().stream()
                        .map(pair -> new RepeatedRow(
                                words.agency(pair.first()),
                                words.agency(pair.again()),
                                Published.shown(pair.persons())))
                        .toList(),
                answer.dropOuts().stream()
                        .map(each -> new DropOutRow(words.stage(each.stage()), Published.shown(each.persons())))
                        .toList(),
                method.dropOutDays(),
                conformance == null ? NOT_AVAILABLE : fitness(conformance),
                expected(known.expectations(), words));
    }

    private static @Nullable String costliest(Ways.Known known, WayWords words) {
        return known.commonest().stream()
                .flatMap(variant -> cost(known, variant).stream()
                        .filter(cost -> cost.value() != null)
                        .map(cost -> Map.entry(variant, cost)))
                .max(Comparator.comparing(each -> Published.pence(each.getValue())))
                .map(each -> words.words()
                        .say(
                                "ways.costliest",
                                known.commonest().indexOf(each.getKey()) + 1,
                                Published.shown(each.getValue()),
                                words.line(each.getKey().steps())))
                .orElse(null);
    }

    private static List<VariantRow> variants(Ways.Known known, WayWords words) {
        List<PathwaysAnswer.Variant> variants = known.commonest();
        List<Pence> costs = variants.stream()
                .map(variant -> Published.pence(cost(known, variant).orElse(null)))
                .toList();
        return variants.stream()
                .map(variant -> {
                    VariantsAnswer.Side side = known.costs().get(variant.variant());
                    Published.Amount cost = cost(known, variant).orElse(null);
                    return new VariantRow(
                            Integer.toString(variants.indexOf(variant) + 1),
                            words.steps(variant.steps()),
                            Published.shown(variant.persons()),
                            side == null ? NOT_AVAILABLE : days(side.medianDays(), words),
                            Published.shown(cost),
                            Bar.of(Published.pence(cost), costs),
                            side == null ? List.of() : outcomes(side, words));
                })
                .toList();
    }

    private static Optional<Published.Amount> cost(Ways.Known known, PathwaysAnswer.Variant variant) {
        return Optional.ofNullable(known.costs().get(variant.variant()))
                .flatMap(side -> Optional.ofNullable(side.costPerPerson()));
    }

    private static List<String> outcomes(VariantsAnswer.Side side, WayWords words) {
        return side.outcomes().entrySet().stream()
                .map(domain -> words.words()
                        .say(
                                "ways.outcome",
                                words.words().name("person.domain.", domain.getKey()),
                                Published.shown(domain.getValue().getOrDefault("better", NOBODY)),
                                Published.shown(domain.getValue().getOrDefault("same", NOBODY)),
                                Published.shown(domain.getValue().getOrDefault("worse", NOBODY))))
                .toList();
    }

    private static List<HandOffRow> handOffs(List<PathwaysAnswer.HandOff> handOffs, WayWords words) {
        List<Pence> waits = handOffs.stream().map(WaysView::length).toList();
        return handOffs.stream()
                .sorted(Comparator.comparingLong(
                                (PathwaysAnswer.HandOff handOff) -> Published.number(handOff.persons()))
                        .reversed())
                .map(handOff -> new HandOffRow(
                        words.agency(handOff.from()),
                        words.agency(handOff.to()),
                        Published.shown(handOff.persons()),
                        handOff.medianWaitDays() == null
                                ? Objects.requireNonNullElse(handOff.symbol(), NOT_AVAILABLE)
                                : days(handOff.medianWaitDays(), words),
                        quarters(handOff.quartiles(), words),
                        Bar.of(length(handOff), waits)))
                .toList();
    }

    /** Only the proportions of the lengths are seen. */
    private static Pence length(PathwaysAnswer.HandOff handOff) {
        return new Pence(Objects.requireNonNullElse(handOff.medianWaitDays(), 0L));
    }

    private static String quarters(PathwaysAnswer.@Nullable Quartiles quartiles, WayWords words) {
        return quartiles == null
                ? NOT_AVAILABLE
                : words.words().say("page.from-to", quartiles.lower(), days(quartiles.upper(), words));
    }

    private static String days(@Nullable Long days, WayWords words) {
        return days == null ? NOT_AVAILABLE : words.words().say("ways.days", days);
    }

    private static String fitness(PathwaysAnswer.Conformance conformance) {
        return conformance.fitness() == null
                ? Objects.requireNonNullElse(conformance.symbol(), NOT_AVAILABLE)
                : conformance.fitness() + "%";
    }

    private static List<ExpectedRow> expected(List<PathwaysAnswer.Expected> expectations, WayWords words) {
        return expectations.stream()
                .map(each -> new ExpectedRow(
                        words.expectation(each),
                        Published.shown(each.inTime()),
                        Published.shown(each.late()),
                        Published.shown(each.outOfOrder()),
                        Published.shown(each.never()),
                        Published.shown(each.pending())))
                .toList();
    }
}
