package org.totalplace.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param bench the benchmark
 * @param figure what was measured
 * @param peer what it is compared with, measured in the same run; null when it stands for itself
 * @param ratio value over the peer's value; null without a peer
 */
record Figure(
        String bench,
        String figure,
        double value,
        String unit,
        @Nullable String peer,
        @Nullable Double ratio) {

    static Figure alone(String bench, String figure, double value, String unit) {
        return new Figure(bench, figure, value, unit, null, null);
    }

    static Figure against(String bench, String figure, double value, String unit, String peer, double peerValue) {
        return new Figure(bench, figure, value, unit, peer, value / peerValue);
    }

    /** One line of JSON; names and units hold no characters that need escapes. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"bench\": \"%s\", \"figure\": \"%s\", \"value\": %s, \"unit\": \"%s\", \"peer\": %s, \"ratio\": %s}",
                bench,
                figure,
                number(value),
                unit,
                peer == null ? "null" : "\"" + peer + "\"",
                ratio == null ? "null" : number(ratio));
    }

    private static String number(double number) {
        return Math.abs(number) >= 1_000
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.4f", number);
    }
}
