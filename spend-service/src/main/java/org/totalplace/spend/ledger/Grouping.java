package org.totalplace.spend.ledger;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/** By what the lines of a slice can be grouped, in the order in which answers show it. */
public enum Grouping {
    AGENCY,
    FUNCTION,
    SERVICE,
    MONTH,
    CAPITAL,
    PAYEE;

    /** As the API writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a list with commas; an empty one groups by nothing.
     *
     * @throws Problem 400 for a word that is no grouping
     */
    public static Set<Grouping> readAll(@Nullable String text) {
        Set<Grouping> groupings = EnumSet.noneOf(Grouping.class);
        for (String word : text == null ? new String[0] : text.split(",", -1)) {
            if (!word.isBlank()) {
                groupings.add(read(word.strip()));
            }
        }
        return Collections.unmodifiableSet(groupings);
    }

    private static Grouping read(String word) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.code().equals(word))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Arrays.stream(values()).map(Grouping::code).toList();
                    return Problem.badInput(
                            "groupBy",
                            "unknown-grouping",
                            "groupBy takes " + String.join(", ", known) + " with commas between, not '" + word + "'.",
                            known);
                });
    }
}
