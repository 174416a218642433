package org.totalplace.intake.reading.source;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines that are each put in quotation marks as a whole, with those of their cells doubled. */
final class Wrapping {

    private static final Pattern PARTED = Pattern.compile("[,;\\t|]");
    private static final char QUOTE = '"';
    private static final int MOST_LINES = 200;
    private static final int FEWEST_LINES = 2;
    private static final int FEWEST_CELLS = 3;
    private static final double MOST = 0.8;

    private Wrapping() {}

    /** A text without such marks, or null if its lines have none. */
    static @Nullable String taken(String sample) {
        List<String> lines =
                sample.lines().filter(line -> !line.isBlank()).limit(MOST_LINES).toList();
        // A header without quotation marks of its own was left as it is.
        List<String> below = lines.size() > 1 ? lines.subList(1, lines.size()) : List.of();
        long wrapped = below.stream().filter(Wrapping::isWrapped).count();
        if (wrapped < FEWEST_LINES || wrapped < MOST * below.size()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        sample.lines()
                .forEach(line ->
                        text.append(isWrapped(line) ? inside(line) : line).append('\n'));
        return text.toString();
    }

    /** Whether a line is one quoted cell, in which all other quotation marks are doubled. */
    private static boolean isWrapped(String line) {
        int end = end(line);
        if (end < 2 || line.charAt(0) != QUOTE || line.charAt(end - 1) != QUOTE) {
            return false;
        }
        for (int i = 1; i < end - 1; i++) {
            if (line.charAt(i) == QUOTE && (line.charAt(++i) != QUOTE || i == end - 1)) {
                return false;
            }
        }
        return PARTED.split(inside(line), -1).length >= FEWEST_CELLS;
    }

    private static String inside(String line) {
        return line.substring(1, end(line) - 1).replace("\"\"", "\"");
    }

    /** Where a line ends but for the marks of empty cells behind it. */
    private static int end(String line) {
        int end = line.length();
        while (end > 0 && ",;\t".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
