package org.totalplace.spend.pull;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before an agency is asked again: twice as long each time, of which half is left to chance so that
 * feeds that failed together do not come back together.
 */
final class Waits {

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration MOST_BESIDE = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 20;

    private final Duration first;
    private final RandomGenerator chance;

    /** @param chance a seeded source */
    Waits(Duration first, RandomGenerator chance) {
        this.first = first;
        this.chance = chance;
    }

    /**
     * @param attempts that failed, at least one
     * @param asked how long the agency asks for, if it does; it gets no less
     */
    Duration after(int attempts, @Nullable Duration asked) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        Duration whole = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration wait = whole.dividedBy(2).plus(upTo(whole.dividedBy(2)));
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }

    /** A little beside a long wait, so that not all feeds are looked at on the stroke of midnight. */
    Duration little(Duration wait) {
        Duration tenth = wait.dividedBy(10);
        return upTo(tenth.compareTo(MOST_BESIDE) > 0 ? MOST_BESIDE : tenth);
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(chance.nextLong(most.toMillis() + 1));
    }
}
