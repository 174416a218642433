package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;

/**
 * How the cells of a text are told apart, found out from its beginning.
 *
 * @param delimiter between cells
 * @param lineEnds {@code CRLF}, {@code LF}, {@code CR}, or several joined by {@code +}
 * @param spaceBeforeQuote whether quoted cells have space before the quotation mark
 * @param wrapped whether each line is one quoted cell that holds the cells, as a program leaves it that quotes twice
 */
public record Delimiting(char delimiter, String lineEnds, boolean spaceBeforeQuote, boolean wrapped) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE = 256 * 1024;
    private static final int MOST_RECORDS = 200;
    private static final char QUOTE = '"';

    static Delimiting of(Encoding encoding, Bytes bytes) throws IOException {
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (Reader reader = encoding.open(bytes)) {
            int read = 0;
            while (read >= 0 && length < SAMPLE) {
                read = reader.read(sample, length, SAMPLE - length);
                length += Math.max(read, 0);
            }
        }
        return of(new String(sample, 0, length));
    }

    static Delimiting of(String sample) {
        String unwrapped = Wrapping.taken(sample);
        String ends = lineEnds(sample);
        return unwrapped == null ? parted(sample, ends, false) : parted(unwrapped, ends, true);
    }

    private static Delimiting parted(String sample, String lineEnds, boolean wrapped) {
        char delimiter = declared(sample);
        double best = 0;
        if (delimiter == 0) {
            delimiter = CANDIDATES[0];
            for (char candidate : CANDIDATES) {
                double score = score(sample, candidate);
                if (score > best) {
                    best = score;
                    delimiter = candidate;
                }
            }
        }
        return new Delimiting(delimiter, lineEnds, hasSpaceBeforeQuote(sample, delimiter), wrapped);
    }

    /** Spreadsheets understand a first line such as {@code sep=;}. */
    private static char declared(String sample) {
        boolean declares = sample.regionMatches(true, 0, "sep=", 0, 4) && sample.length() > 5;
        return declares && (sample.charAt(5) == '\r' || sample.charAt(5) == '\n') ? sample.charAt(4) : 0;
    }

    /** Share of the records with the most frequent number of cells, and a little for more cells; 0 if that is one. */
    private static double score(String sample, char delimiter) {
        Map<Integer, Integer> records = new HashMap<>();
        int cells = 1;
        int count = 0;
        boolean quoted = false;
        boolean content = false;
        for (int i = 0; i < sample.length() && count < MOST_RECORDS; i++) {
            char c = sample.charAt(i);
            if (c == QUOTE) {
                quoted = !quoted;
                content = true;
            } else if (!quoted && c == delimiter) {
                cells++;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (content) {
                    records.merge(cells, 1, Integer::sum);
                    count++;
                }
                cells = 1;
                content = false;
            } else {
                content = true;
            }
        }
        if (count == 0) {
            return cells > 1 ? 1 : 0;
        }
        int total = count;
        return records.entrySet().stream()
                .filter(entry -> entry.getKey() > 1)
                .mapToDouble(entry -> (double) entry.getValue() / total + Math.min(entry.getKey(), 50) * 0.001)
                .max()
                .orElse(0);
    }

    /**
     * Whether a cell begins with space and then a quotation mark; within quoted text the same characters mean
     * nothing.
     */
    private static boolean hasSpaceBeforeQuote(String sample, char delimiter) {
        boolean quoted = false;
        for (int i = 0; i < sample.length(); i++) {
            if (sample.charAt(i) == QUOTE) {
                if (!quoted && i > 1 && sample.charAt(i - 1) == ' ' && sample.charAt(i - 2) == delimiter) {
                    return true;
                }
                quoted = !quoted;
            }
        }
        return false;
    }

    private static String lineEnds(String sample) {
        int both = 0;
        int feeds = 0;
        int returns = 0;
        boolean quoted = false;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (c == QUOTE) {
                quoted = !quoted;
            } else if (!quoted && c == '\r' && i + 1 < sample.length() && sample.charAt(i + 1) == '\n') {
                both++;
                i++;
            } else if (!quoted && c == '\r') {
                returns++;
            } else if (!quoted && c == '\n') {
                feeds++;
            }
        }
        String ends = (both > 0 ? "+CRLF" : "") + (feeds > 0 ? "+LF" : "") + (returns > 0 ? "+CR" : "");
        return ends.isEmpty() ? "none" : ends.substring(1);
    }
}
