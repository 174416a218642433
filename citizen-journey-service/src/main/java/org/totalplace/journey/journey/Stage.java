package org.totalplace.journey.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a journey map.
 *
 * @param stage its code, unique in the map
 * @param expects what should follow it
 */
public record Stage(String stage, String name, @Nullable List<Expectation> expects) {

    /** Maps that were set before there were expectations have none. */
    public Stage {
        expects = expects == null ? List.of() : List.copyOf(expects);
    }

    Stage(String stage, String name) {
        this(stage, name, List.of());
    }

    @Override
    public List<Expectation> expects() {
        return expects == null ? List.of() : expects;
    }
}
