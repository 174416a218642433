package org.totalplace.outcomes.personview;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.totalplace.outcomes.personview.CombinedView.Doubt;
import org.totalplace.outcomes.personview.PersonFacts.Observed;
import org.totalplace.outcomes.personview.PersonFacts.Subject;

/** What of a view is not certain. */
final class Doubts {

    private Doubts() {}

    static List<Doubt> of(PersonFacts facts) {
        List<Doubt> doubts = new ArrayList<>();
        facts.subjects().stream()
                .filter(Subject::needsAttention)
                .forEach(subject -> doubts.add(new Doubt(
                        "link-needs-attention",
                        subject.agency(),
                        null,
                        "It is not certain that the record of " + subject.agency()
                                + " is this person's; a steward has yet to decide.")));
        facts.observations().stream()
                .collect(Collectors.groupingBy(Observed::measure, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(observations -> conflicts(observations).forEach(doubts::add));
        return doubts;
    }

    /**
     * Two agencies conflict when they say different things within the period in which the measure itself holds that
     * nothing can have changed: its minimum gap, or one day. Of two agencies the newest conflict is told.
     */
    private static Iterable<Doubt> conflicts(List<Observed> observations) {
        Map<String, Doubt> newest = new LinkedHashMap<>();
        for (int later = 1; later < observations.size(); later++) {
            Observed other = observations.get(later);
            for (int i = later - 1; i >= 0 && inOnePeriod(observations.get(i), other); i--) {
                Observed one = observations.get(i);
                if (!one.agency().equals(other.agency())
                        && !other.measure().rule().same(one.value(), other.value())) {
                    Doubt doubt = conflict(one, other);
                    newest.put(pair(one, other), doubt);
                    break;
                }
            }
        }
        return newest.values();
    }

    private static boolean inOnePeriod(Observed one, Observed other) {
        long days = ChronoUnit.DAYS.between(one.day(), other.day());
        return days == 0 || days < other.measure().rule().minimumGapDays();
    }

    private static String pair(Observed one, Observed other) {
        return one.agency().compareTo(other.agency()) < 0
                ? one.agency() + " " + other.agency()
                : other.agency() + " " + one.agency();
    }

    private static Doubt conflict(Observed one, Observed other) {
        String when = one.day().equals(other.day())
                ? "on " + other.day()
                : "in one period, " + one.day() + " and " + other.day();
        return new Doubt(
                "conflicting-observations",
                other.agency(),
                other.measure().code(),
                one.agency() + " and " + other.agency() + " reported different values of '"
                        + other.measure().name() + "' " + when + ".");
    }
}
