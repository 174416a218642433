package org.totalplace.sample.place;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A seeded stream of draws. Each subject of the sample draws from a stream of its own, named by what it is, so that
 * more persons or another payment line do not move anybody else's draws. Uses {@link StrictMath}: the same draws on
 * every processor.
 */
public final class Draw {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    private Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The stream of one subject: the same seed and names give the same draws. */
    public static Draw of(long seed, Object... names) {
        long hash = FNV_OFFSET ^ seed;
        for (Object name : names) {
            String text = name.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ '/') * FNV_PRIME;
        }
        return new Draw(hash);
    }

    /** 0 to {@code bound} - 1, each as likely. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** {@code from} to {@code to}, both possible, each as likely. */
    public int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    public boolean percent(double chance) {
        return random.nextDouble() * 100 < chance;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Earlier choices are likelier, as with names: the rank is the square of an even draw. */
    public <T> T pickRanked(List<T> choices) {
        double even = random.nextDouble();
        return choices.get((int) (even * even * choices.size()));
    }

    /** The index of a weight, as likely as its weight. */
    public int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = random.nextInt(total);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    /** Normally distributed with mean 0 and deviation 1 (Box and Muller 1958). */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** Log-normally distributed with median 1,000 and the given spread, at least 1: the skew that payments have. */
    public long skewed(double spread) {
        return Math.max(1, (long) (1000 * StrictMath.exp(spread * normal())));
    }

    /** A day from {@code from} to {@code to}, both possible. */
    public LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextLong(to.toEpochDay() - from.toEpochDay() + 1));
    }
}
