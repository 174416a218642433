package org.totalplace.spend.payee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One code of a payer's books with all names that it was printed with.
 *
 * @param names in the order of their use, most used first
 */
public record CodeUse(String code, List<Named> names) {

    /** Codes that only official lists give. Others could be a payer's own supplier numbers. */
    private static final Pattern OFFICIAL = Pattern.compile("[EWSN]\\d{8}|E\\d{4}");

    private static final int TELLING = 4;

    /**
     * A name that the code was printed with.
     *
     * @param row where it stands first
     */
    public record Named(PayeeName name, long row, long lines) {}

    public CodeUse {
        names = List.copyOf(names);
    }

    /**
     * What is wrong with the code, in words; null if nothing is. A name that means nothing known only counts as another
     * body's if it shares no word with the one that is known: a council's departments have its code too.
     */
    public @Nullable String problem(KnownBodies bodies) {
        Map<String, Named> meanings = new LinkedHashMap<>();
        List<Named> unknown = new ArrayList<>();
        for (Named named : names) {
            Optional<Resolution> meaning = bodies.resolve(named.name());
            if (meaning.isPresent() && !inWords(meaning.get()).isEmpty()) {
                meanings.putIfAbsent(inWords(meaning.get()), named);
            } else if (!named.name().redacted()) {
                unknown.add(named);
            }
        }
        if (OFFICIAL.matcher(code).matches()) {
            bodies.ofCode(code)
                    .ifPresent(owner -> meanings.putIfAbsent(
                            inWords(owner), new Named(PayeeName.of("the official body of that code"), 0, 0)));
        }
        if (meanings.size() > 1) {
            return told(List.copyOf(meanings.values()));
        }
        if (meanings.isEmpty()) {
            return null;
        }
        Named known = meanings.values().iterator().next();
        return unknown.stream()
                .filter(other -> !sharesAWord(known.name(), other.name()))
                .findFirst()
                .map(other -> told(List.of(known, other)))
                .orElse(null);
    }

    private String told(List<Named> different) {
        return "The payee code " + code + " stands for different bodies: "
                + different.stream()
                        .map(named ->
                                "'" + named.name().printed() + "'" + (named.row() > 0 ? " in row " + named.row() : ""))
                        .collect(Collectors.joining(", "))
                + ". Mend the code or the name of one of them.";
    }

    private static String inWords(Resolution meaning) {
        if (meaning.agency() != null) {
            return "agency " + meaning.agency();
        }
        return meaning.body() == null ? "" : "body " + meaning.body();
    }

    private static boolean sharesAWord(PayeeName one, PayeeName other) {
        Set<String> words = words(one);
        words.retainAll(words(other));
        return !words.isEmpty();
    }

    private static Set<String> words(PayeeName name) {
        return Arrays.stream(name.normalised().split(" "))
                .filter(word -> word.length() >= TELLING)
                .collect(Collectors.toSet());
    }
}
