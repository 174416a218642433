package org.totalplace.journey.journey;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The intended path across agencies.
 *
 * @param map its code
 * @param stages in their order
 * @param rules which contacts belong to which stage
 */
record JourneyMap(String map, String name, List<Stage> stages, List<MappingRule> rules) {

    JourneyMap {
        stages = List.copyOf(stages);
        rules = List.copyOf(rules);
    }

    /** The place of a stage, from 0; -1 if the map has none of that code. */
    int position(String stage) {
        return IntStream.range(0, stages.size())
                .filter(i -> stages.get(i).stage().equals(stage))
                .findFirst()
                .orElse(-1);
    }
}
