package org.totalplace.outcomes.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;

/** Whether a person is better off than at the baseline. */
public enum Status {
    BETTER,
    SAME,
    WORSE,
    UNKNOWN;

    /** One dated value, in thousandths of the unit. */
    public record At(LocalDate day, long value) {}

    /** What the change from baseline to latest says. One observation alone says nothing of a change. */
    public static Status of(Polarity polarity, Rule rule, long observations, At baseline, At latest) {
        if (observations < 2 || ChronoUnit.DAYS.between(baseline.day(), latest.day()) < rule.minimumGapDays()) {
            return UNKNOWN;
        }
        if (rule.same(baseline.value(), latest.value())) {
            return SAME;
        }
        return (polarity == Polarity.HIGHER) == (latest.value() > baseline.value()) ? BETTER : WORSE;
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

    public static Status ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
