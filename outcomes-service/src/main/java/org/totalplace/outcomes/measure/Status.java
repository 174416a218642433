package org.totalplace.outcomes.measure;

import java.util.Collection;
import java.util.Locale;

/** Whether a person is better off than at the baseline. */
public enum Status {
    BETTER,
    SAME,
    WORSE,
    UNKNOWN;

    /**
     * What the change from baseline to latest says. One observation alone says nothing of a change.
     *
     * @param smallestChange a change of less is the same, in the unit of the values
     */
    public static Status of(Polarity polarity, long smallestChange, int observations, long baseline, long latest) {
        if (observations < 2) {
            return UNKNOWN;
        }
        long change = latest - baseline;
        if (change == 0 || Math.abs(change) < smallestChange) {
            return SAME;
        }
        return (polarity == Polarity.HIGHER) == (change > 0) ? BETTER : WORSE;
    }

    /**
     * A domain is better when more of its measures got better than worse, and the other way round; unknown when none is
     * known.
     */
    public static Status ofDomain(Collection<Status> measures) {
        long better = measures.stream().filter(status -> status == BETTER).count();
        long worse = measures.stream().filter(status -> status == WORSE).count();
        boolean known = measures.stream().anyMatch(status -> status != UNKNOWN);
        if (!known) {
            return UNKNOWN;
        }
        if (better == worse) {
            return SAME;
        }
        return better > worse ? BETTER : WORSE;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
