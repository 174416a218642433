package org.totalplace.outcomes.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a measure says better, same or worse.
 *
 * @param kind what makes a difference
 * @param smallestChange a change of less is the same, in thousandths of the unit
 * @param bands names of ranges of values, in ascending order of where they begin
 * @param minimumGapDays days between two observations below which their difference says nothing yet
 * @param sustainedDays for how long an improvement must hold before it can be claimed
 */
public record Rule(Kind kind, long smallestChange, List<Band> bands, int minimumGapDays, int sustainedDays) {

    /** What makes a difference. */
    public enum Kind {
        /** Any change that is large enough. */
        CHANGE,
        /** Only a change into another band. */
        BAND;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A named range of values.
     *
     * @param from the lowest value that belongs to it, in thousandths; it ends where the next begins
     */
    public record Band(String name, long from) {}

    public Rule {
        bands = bands.stream().sorted(Comparator.comparingLong(Band::from)).toList();
        if (kind == Kind.BAND && bands.isEmpty()) {
            throw new IllegalArgumentException("A rule by bands needs bands");
        }
        if (smallestChange < 0 || minimumGapDays < 0 || sustainedDays < 0) {
            throw new IllegalArgumentException(
                    "The smallest change, the gap and the sustained period are not negative");
        }
    }

    /** Any change counts, at once. */
    public static Rule anyChange() {
        return new Rule(Kind.CHANGE, 0, List.of(), 0, 0);
    }

    /** The band of a value; empty below the first or without bands. */
    public Optional<Band> band(long value) {
        return bands.stream().filter(band -> band.from() <= value).reduce((lower, higher) -> higher);
    }

    /** Whether the two values are too near to each other to differ. */
    public boolean same(long one, long other) {
        return switch (kind) {
            case CHANGE -> one == other || Math.abs(one - other) < smallestChange;
            case BAND -> band(one).equals(band(other));
        };
    }
}
