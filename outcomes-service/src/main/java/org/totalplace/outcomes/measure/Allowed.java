package org.totalplace.outcomes.measure;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values that a measure takes, in thousandths of its unit.
 *
 * @param minimum lowest value allowed
 * @param maximum highest value allowed
 * @param only the values that there are, in ascending order; empty for any within the range
 */
public record Allowed(@Nullable Long minimum, @Nullable Long maximum, List<Long> only) {

    public Allowed {
        only = only.stream().sorted().distinct().toList();
        if (minimum != null && maximum != null && minimum > maximum) {
            throw new IllegalArgumentException("The minimum is above the maximum");
        }
    }

    /** Whether the measure takes the value. */
    public boolean takes(long value) {
        return (minimum == null || value >= minimum)
                && (maximum == null || value <= maximum)
                && (only.isEmpty() || only.contains(value));
    }

    /** The worst value that there is; null where there is no end. */
    public @Nullable Long worst(Polarity polarity) {
        return switch (polarity) {
            case HIGHER -> only.isEmpty() ? minimum : only.getFirst();
            case LOWER -> only.isEmpty() ? maximum : only.getLast();
        };
    }

    /** In words, for whoever sent another value. */
    public String words() {
        if (!only.isEmpty()) {
            return only.stream()
                    .map(value -> String.valueOf(Measure.unit(value)))
                    .collect(Collectors.joining(" or "));
        }
        if (minimum == null && maximum == null) {
            return "any number";
        }
        if (minimum == null) {
            return "at most " + Measure.unit(maximum);
        }
        return maximum == null
                ? "at least " + Measure.unit(minimum)
                : Measure.unit(minimum) + " to " + Measure.unit(maximum);
    }
}
