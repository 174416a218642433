package org.totalplace.intake.reading.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    private static final Set<String> KINDS = Set.of("net", "gross");
    /** What an amount that is net or gross may be of; none of them says more than that it is money. */
    private static final Set<String> MONEY = Set.of("""
            actual, amount, ap, billing, bill, cash, charge, cost, debit, distribution, document, expenditure, figure, gbp,
            including, invoice, invoiced, irrecoverable, item, line, of, paid, payable, payment, posted, pound, price,
            purchase, recoverable, spend, spending, spent, split, sterling, sub, sum, total, transaction, value, vat
            """.strip().split(",\\s+", -1));

    private static final Set<String> PLAIN_MONEY = Set.of(
            "actual",
            "amount",
            "charge",
            "cost",
            "debit",
            "expenditure",
            "gbp",
            "paid",
            "price",
            "spend",
            "spent",
            "sterling",
            "sum",
            "total",
            "value");

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

    /** Whether a header says net or gross and, besides, only that it is money. */
    static boolean isNamedIn(String header) {
        List<String> words = Arrays.asList(header.split(" ", -1));
        return words.stream().anyMatch(KINDS::contains)
                && words.stream().allMatch(word -> KINDS.contains(word) || MONEY.contains(word))
                && (!words.contains("vat") || header.startsWith(HeaderWords.NET_OF_RECOVERABLE));
    }

    /** Whether a header says nothing but that it is money, in words that no number of a document has. */
    static boolean isMoney(String header) {
        List<String> words = Arrays.asList(header.split(" ", -1));
        return words.stream().anyMatch(PLAIN_MONEY::contains)
                && words.stream().allMatch(word -> MONEY.contains(word) && !word.equals("vat"));
    }

    /** A header without what it says of VAT. */
    static String without(String header) {
        String rest = header.startsWith(HeaderWords.NET_OF_RECOVERABLE)
                ? header.substring(HeaderWords.NET_OF_RECOVERABLE.length())
                : header;
        return Arrays.stream(rest.split(" ", -1))
                .filter(word -> !KINDS.contains(word))
                .collect(Collectors.joining(" "));
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
