package org.totalplace.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what the columns of a table hold: by their headers first, then by what stands in them. */
final class Inference {

    private static final int LOOKED_AT = 5_000;
    private static final double CLEARLY = 0.8;
    private static final double OFTEN_A_GIVEN_NAME = 0.15;
    private static final double FILLED_ENOUGH = 0.05;
    private static final int MOST_DETAILS = 2;
    private static final Set<Meaning> PERSONAL = EnumSet.of(Meaning.GIVEN, Meaning.FAMILY, Meaning.FULL_NAME);

    private final Table table;
    private final Set<Integer> leftOut = new HashSet<>();
    private final Map<Meaning, List<Integer>> found = new EnumMap<>(Meaning.class);

    private Inference(Table table, Collection<String> leftOut) {
        this.table = table;
        leftOut.forEach(header -> this.leftOut.add(table.column(header)));
    }

    /** What the columns hold, without those left out (the truth, the source). */
    static FieldMapping of(Table table, Collection<String> leftOut) {
        return new Inference(table, leftOut).run();
    }

    private FieldMapping run() {
        List<Integer> unknown = new ArrayList<>();
        for (int c = 0; c < table.headers().size(); c++) {
            Optional<Meaning> meaning = Headers.meaning(table.headers().get(c));
            boolean id = meaning.isPresent() && meaning.get() == Meaning.ID;
            if (id || !leftOut.contains(c)) {
                if (meaning.isPresent()) {
                    put(meaning.get(), c);
                } else {
                    unknown.add(c);
                }
            }
        }
        unknown.forEach(this::byContent);
        nameByContent(unknown);
        settleNames();
        settleAges();
        settleDetails();
        settleId();
        found.remove(Meaning.IGNORED);
        return new FieldMapping(found);
    }

    private void put(Meaning meaning, int column) {
        found.computeIfAbsent(meaning, m -> new ArrayList<>()).add(column);
    }

    private boolean has(Meaning meaning) {
        return found.containsKey(meaning);
    }

    private void byContent(int column) {
        Content content = Content.of(table, column, LOOKED_AT);
        if (content.filled() == 0) {
            return;
        }
        if (!has(Meaning.EMAIL) && content.emails() > CLEARLY) {
            put(Meaning.EMAIL, column);
        } else if (!has(Meaning.BIRTH) && !has(Meaning.BIRTH_YEAR) && content.birthDates() > CLEARLY) {
            put(Meaning.BIRTH, column);
        } else if (!has(Meaning.SEX) && content.sexes() > 1 - FILLED_ENOUGH) {
            put(Meaning.SEX, column);
        } else if (!has(Meaning.NHS) && content.nhsNumbers() > CLEARLY) {
            put(Meaning.NHS, column);
        } else if (!has(Meaning.POSTCODE) && content.postcodes() > CLEARLY) {
            put(Meaning.POSTCODE, column);
        }
    }

    /** Without any header of a name: the column with most known given names, and the words beside it. */
    private void nameByContent(List<Integer> unknown) {
        if (PERSONAL.stream().anyMatch(this::has) || has(Meaning.ORGANISATION)) {
            return;
        }
        unknown.stream()
                .max(Comparator.comparingDouble(
                        column -> Content.of(table, column, LOOKED_AT).givenNames()))
                .filter(column -> Content.of(table, column, LOOKED_AT).givenNames() > OFTEN_A_GIVEN_NAME)
                .ifPresent(column -> {
                    boolean whole = Content.of(table, column, LOOKED_AT).severalWords() > CLEARLY;
                    put(whole ? Meaning.FULL_NAME : Meaning.GIVEN, column);
                    unknown.stream()
                            .filter(other -> !whole && other > column)
                            .filter(other -> Content.of(table, other, LOOKED_AT).words() > CLEARLY)
                            .findFirst()
                            .ifPresent(other -> put(Meaning.FAMILY, other));
                });
    }

    /** A column headed "name" beside a surname is the given name; a second given name is the middle one. */
    private void settleNames() {
        if (has(Meaning.FULL_NAME) && has(Meaning.FAMILY) && !has(Meaning.GIVEN)) {
            List<Integer> names = found.getOrDefault(Meaning.FULL_NAME, List.of());
            names.forEach(column -> put(Meaning.GIVEN, column));
            found.remove(Meaning.FULL_NAME);
        }
        List<Integer> given = found.getOrDefault(Meaning.GIVEN, List.of());
        while (given.size() > 1) {
            put(Meaning.MIDDLE, given.removeLast());
        }
        List<Integer> family = found.getOrDefault(Meaning.FAMILY, List.of());
        while (family.size() > 1) {
            family.removeLast();
        }
        keepFullest(Meaning.BIRTH);
        keepFullest(Meaning.IDENTIFIER);
        found.getOrDefault(Meaning.FULL_NAME, new ArrayList<>())
                .sort(Comparator.comparingInt(this::filled).reversed());
    }

    private void keepFullest(Meaning meaning) {
        List<Integer> columns = found.get(meaning);
        if (columns != null) {
            Integer fullest =
                    columns.stream().max(Comparator.comparingInt(this::filled)).orElseThrow();
            columns.retainAll(List.of(fullest));
        }
    }

    /** An age says little beside a date of birth, but something without one. */
    private void settleAges() {
        boolean dated = has(Meaning.BIRTH) || has(Meaning.BIRTH_YEAR) && has(Meaning.BIRTH_MONTH);
        for (Meaning meaning : List.of(Meaning.BIRTH_YEAR, Meaning.AGE)) {
            if (!dated && has(meaning)) {
                found.getOrDefault(meaning, List.of()).forEach(column -> put(Meaning.DETAIL, column));
                dated = true;
            }
        }
        found.remove(Meaning.AGE);
    }

    /** The two details that tell people apart best; a middle name is one. */
    private void settleDetails() {
        List<Integer> details = new ArrayList<>(found.getOrDefault(Meaning.DETAIL, List.of()));
        details.addAll(found.getOrDefault(Meaning.MIDDLE, List.of()));
        found.remove(Meaning.MIDDLE);
        found.remove(Meaning.DETAIL);
        details.stream()
                .filter(column -> filled(column) > FILLED_ENOUGH * table.rows().size())
                .sorted(Comparator.comparingDouble((Integer column) ->
                                Content.of(table, column, LOOKED_AT).surprise())
                        .reversed())
                .limit(MOST_DETAILS)
                .forEach(column -> put(Meaning.DETAIL, column));
    }

    /** The id is the first candidate whose values are all there and all different. */
    private void settleId() {
        List<Integer> ids = found.remove(Meaning.ID);
        if (ids != null) {
            ids.stream().filter(this::isUnique).findFirst().ifPresent(column -> put(Meaning.ID, column));
        }
    }

    private boolean isUnique(int column) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < table.rows().size(); row++) {
            String cell = table.cell(row, column);
            if (cell.isEmpty() || !seen.add(cell)) {
                return false;
            }
        }
        return true;
    }

    private int filled(int column) {
        int filled = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            filled += table.cell(row, column).isEmpty() ? 0 : 1;
        }
        return filled;
    }
}
