package org.totalplace.journey.journey;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The stage of a kind of contact. A contact has one place or none, so that the maps and what is unmapped add up to all
 * contacts.
 *
 * @param position of the stage in its map, from 0
 */
record Placement(String map, String stage, int position) {

    private static final Comparator<Caught> BEST = Comparator.comparingInt(
                    (Caught caught) -> caught.rule().weight())
            .thenComparingInt(caught -> caught.rule().closeness())
            .reversed()
            .thenComparing(caught -> caught.map().map());

    /**
     * What the rules without a time say. The highest priority wins, then the rule that names most, then the map first
     * by code, then the rule that stands first.
     */
    static Optional<Placement> of(ContactKind kind, List<JourneyMap> maps) {
        return best(kind, maps).stream()
                .filter(caught -> !caught.rule().isTimed())
                .findFirst()
                .map(Caught::placement);
    }

    /** The rules with a time that go before the one that {@link #of} found, in the same order. */
    static List<Timed> timed(ContactKind kind, List<JourneyMap> maps) {
        return best(kind, maps).stream()
                .takeWhile(caught -> caught.rule().isTimed())
                .map(caught -> new Timed(caught.rule(), caught.placement()))
                .toList();
    }

    /** Where a contact goes that a rule with a time catches. */
    record Timed(MappingRule rule, Placement placement) {}

    private static List<Caught> best(ContactKind kind, List<JourneyMap> maps) {
        return maps.stream()
                .flatMap(map -> map.rules().stream().map(rule -> new Caught(map, rule)))
                .filter(caught -> caught.rule().catches(kind))
                .sorted(BEST)
                .toList();
    }

    private record Caught(JourneyMap map, MappingRule rule) {

        Placement placement() {
            return new Placement(map.map(), rule.stage(), map.position(rule.stage()));
        }
    }
}
