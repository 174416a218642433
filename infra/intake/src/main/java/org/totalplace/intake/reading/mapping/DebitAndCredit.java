package org.totalplace.intake.reading.mapping;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The two columns of ledgers that print what was paid in one and what came back in the other. */
final class DebitAndCredit {

    private static final Set<String> PAID =
            Set.of("debit", "debit amount", "amount debit", "dr", "dr amount", "debit value", "paid out", "money out");
    private static final Set<String> BACK = Set.of(
            "credit", "credit amount", "amount credit", "cr", "cr amount", "credit value", "paid in", "money in");

    private DebitAndCredit() {}

    /**
     * The column of what was paid, or -1.
     *
     * @param words of the headers, as {@link HeaderWords} forms them
     */
    static int paid(List<String> words, IntPredicate mayBeMoney) {
        return column(PAID, words, mayBeMoney);
    }

    /** The column of what came back, or -1. */
    static int back(List<String> words, IntPredicate mayBeMoney) {
        return column(BACK, words, mayBeMoney);
    }

    private static int column(Set<String> names, List<String> words, IntPredicate mayBeMoney) {
        return IntStream.range(0, words.size())
                .filter(column -> names.contains(words.get(column)) && mayBeMoney.test(column))
                .findFirst()
                .orElse(-1);
    }
}
