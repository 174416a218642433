package org.totalplace.intake.reading.mapping;

import java.util.Arrays;
import java.util.List;

/** What a column of money counts, by its header. Where a file has several, the first of these is the one wanted. */
enum AmountKind {
    NET_OF_RECOVERABLE(0.12, "It is net of the VAT that is claimed back."),
    NET(0.1, "It is net of VAT."),
    PLAIN(0, "The header does not say whether VAT is in it."),
    /** Of a whole invoice, which is printed again on each of its lines. */
    OF_DOCUMENT(-0.3, "It may be that of a whole invoice."),
    GROSS(-0.35, "VAT is in it: no column without VAT was found.");

    private static final List<String> DOCUMENTS =
            List.of("invoice", "invoiced", "document", "header", "cheque", "bacs", "batch", "total");
    private static final List<String> LINES = List.of("line", "distribution", "item", "split", "analysed", "sub");

    private final double preference;
    private final String words;

    AmountKind(double preference, String words) {
        this.preference = preference;
        this.words = words;
    }

    /** Added to the score of its name where amounts are compared. */
    double preference() {
        return preference;
    }

    /** A sentence for the report. */
    String words() {
        return words;
    }

    /** @param header as {@link HeaderWords} forms it */
    static AmountKind of(String header) {
        if (header.startsWith(HeaderWords.NET_OF_RECOVERABLE)) {
            return NET_OF_RECOVERABLE;
        }
        List<String> words = Arrays.asList(header.split(" ", -1));
        if (words.contains("net")) {
            return NET;
        }
        if (words.contains("gross")) {
            return GROSS;
        }
        boolean ofLine = LINES.stream().anyMatch(words::contains);
        return !ofLine && DOCUMENTS.stream().anyMatch(words::contains) ? OF_DOCUMENT : PLAIN;
    }
}
