package org.totalplace.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What columns hold whose headers say nothing, by what stands in them. */
final class ByContent {

    private static final double CLEARLY = 0.8;
    private static final double NEARLY_ALL = 0.95;
    private static final double OFTEN_A_NAME = 0.1;
    private static final double AS_TELLING = 0.6;

    private final Table table;
    private final List<Integer> unknown;
    private final Map<Meaning, List<Integer>> found;
    private final FieldMapping given;
    private final Map<Integer, Content> contents = new HashMap<>();

    /** Adds to what was found; what the caller gave is not looked for. */
    ByContent(Table table, List<Integer> unknown, Map<Meaning, List<Integer>> found, FieldMapping given) {
        this.table = table;
        this.unknown = new ArrayList<>(unknown);
        this.found = found;
        this.given = given;
    }

    void run() {
        look(Meaning.EMAIL, Content::emails, CLEARLY);
        if (lacks(Meaning.BIRTH_YEAR)) {
            look(Meaning.BIRTH, Content::birthDates, CLEARLY);
        }
        look(Meaning.SEX, Content::sexes, NEARLY_ALL);
        look(Meaning.NHS, Content::nhsNumbers, CLEARLY);
        look(Meaning.POSTCODE, Content::postcodes, CLEARLY);
        look(Meaning.PHONE, Content::phones, CLEARLY);
        names();
        look(Meaning.ADDRESS, Content::addresses, CLEARLY);
    }

    private void look(Meaning meaning, ToDoubleFunction<Content> share, double enough) {
        if (lacks(meaning)) {
            unknown.stream()
                    .filter(column -> share.applyAsDouble(content(column)) > enough)
                    .findFirst()
                    .ifPresent(column -> put(meaning, column));
        }
    }

    private void names() {
        if (has(Meaning.FULL_NAME) || has(Meaning.ORGANISATION)) {
            return;
        }
        if (lacks(Meaning.GIVEN)) {
            best(Content::givenNames).ifPresent(column -> {
                boolean whole = lacks(Meaning.FAMILY) && content(column).severalWords() > CLEARLY;
                put(whole ? Meaning.FULL_NAME : Meaning.GIVEN, column);
            });
        }
        if (has(Meaning.GIVEN) && lacks(Meaning.FAMILY)) {
            best(Content::familyNames).or(this::besideTheGivenName).ifPresent(column -> put(Meaning.FAMILY, column));
        }
    }

    /** The column of words of which most are known names of the kind. */
    private Optional<Integer> best(ToDoubleFunction<Content> names) {
        return unknown.stream()
                .filter(column -> content(column).words() > CLEARLY)
                .filter(column -> names.applyAsDouble(content(column)) > OFTEN_A_NAME)
                .max(Comparator.comparingDouble(column -> names.applyAsDouble(content(column))));
    }

    /** Without any known family name: the nearest column of words that tell people apart as given names do. */
    private Optional<Integer> besideTheGivenName() {
        List<Integer> names = found.getOrDefault(Meaning.GIVEN, given.of(Meaning.GIVEN));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        int name = names.getFirst();
        double telling = AS_TELLING * content(name).surprise();
        return unknown.stream()
                .filter(column ->
                        content(column).words() > CLEARLY && content(column).surprise() >= telling)
                .min(Comparator.comparingInt((Integer column) -> Math.abs(column - name))
                        .thenComparing(Comparator.reverseOrder()));
    }

    private Content content(int column) {
        return contents.computeIfAbsent(column, c -> Content.of(table, c));
    }

    private boolean lacks(Meaning meaning) {
        return !found.containsKey(meaning) && !given.settles(meaning);
    }

    private boolean has(Meaning meaning) {
        return found.containsKey(meaning) || given.has(meaning);
    }

    private void put(Meaning meaning, Integer column) {
        found.computeIfAbsent(meaning, m -> new ArrayList<>()).add(column);
        unknown.remove(column);
    }
}
