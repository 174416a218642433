package org.totalplace.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what the columns of a table hold: by their headers first, then by what stands in them. */
final class Inference {

    private static final double FILLED_ENOUGH = 0.05;
    private static final int MOST_DETAILS = 2;
    private static final Set<String> SECOND_NAMES = Set.of("second name", "second names");

    private final Table table;
    private final FieldMapping given;
    private final Set<Integer> taken = new HashSet<>();
    private final Map<Integer, Said> said = new HashMap<>();
    private final Map<Meaning, List<Integer>> found = new EnumMap<>(Meaning.class);
    private final RecordIds ids;

    private Inference(Table table, Collection<String> leftOut, int sourceColumn, FieldMapping given) {
        this.table = table;
        this.given = given;
        this.ids = new RecordIds(table, sourceColumn);
        leftOut.forEach(header -> taken.add(table.column(header)));
        given.columns().values().forEach(taken::addAll);
    }

    /**
     * What the columns hold.
     *
     * @param leftOut headers of columns that say nothing of a person: the truth, the source
     * @param given what is known of some columns already
     */
    static FieldMapping of(Table table, Collection<String> leftOut, int sourceColumn, FieldMapping given) {
        return new Inference(table, leftOut, sourceColumn, given).run();
    }

    private FieldMapping run() {
        List<Integer> unknown = byHeader();
        PlainestColumns plainest = new PlainestColumns(table, said);
        plainest.settle(found);
        settleSecondName();
        new ByContent(table, unknown, found, given).run();
        settleNames();
        settleAges();
        settleDetails();
        List<Integer> numbered = ids.among(unassigned(unknown));
        found.remove(Meaning.IGNORED);
        found.remove(Meaning.ID);
        found.putAll(given.columns());
        if (!given.has(Meaning.ID) && !numbered.isEmpty()) {
            found.put(Meaning.ID, numbered);
        }
        return new FieldMapping(found);
    }

    /** Sorts the columns by what their headers say; those that say nothing are returned. */
    private List<Integer> byHeader() {
        List<Integer> unknown = new ArrayList<>();
        boolean namesContacts = table.headers().stream()
                .map(Headers::plain)
                .anyMatch(header -> header.equals("contact name") || header.equals("contact role"));
        for (int c = 0; c < table.headers().size(); c++) {
            String header = table.headers().get(c);
            Optional<Said> says = Headers.said(header);
            if (says.isPresent() && says.get().meaning() == Meaning.ID) {
                ids.candidate(c);
            } else if (!taken.contains(c)
                    && !(namesContacts && Headers.plain(header).startsWith("contact "))) {
                if (says.isEmpty()) {
                    unknown.add(c);
                } else if (!given.settles(says.get().meaning())) {
                    said.put(c, says.get());
                    put(says.get().meaning(), c);
                }
            }
        }
        return unknown;
    }

    private List<Integer> unassigned(List<Integer> unknown) {
        return unknown.stream()
                .filter(column -> found.values().stream().noneMatch(columns -> columns.contains(column)))
                .toList();
    }

    private void put(Meaning meaning, int column) {
        found.computeIfAbsent(meaning, m -> new ArrayList<>()).add(column);
    }

    private boolean has(Meaning meaning) {
        return found.containsKey(meaning) || given.has(meaning);
    }

    /** A second name is the middle one, but where no other is the family's. */
    private void settleSecondName() {
        if (!has(Meaning.FAMILY) && !has(Meaning.FULL_NAME)) {
            columns(Meaning.MIDDLE).stream()
                    .filter(column ->
                            SECOND_NAMES.contains(Headers.plain(table.headers().get(column))))
                    .findFirst()
                    .ifPresent(column -> {
                        columns(Meaning.MIDDLE).remove(column);
                        put(Meaning.FAMILY, column);
                    });
        }
    }

    /** A column headed "name" beside a surname is the given name; a second given name is the middle one. */
    private void settleNames() {
        if (has(Meaning.FULL_NAME) && has(Meaning.FAMILY) && !has(Meaning.GIVEN)) {
            columns(Meaning.FULL_NAME).forEach(column -> put(Meaning.GIVEN, column));
            found.remove(Meaning.FULL_NAME);
        }
        List<Integer> names = columns(Meaning.GIVEN);
        while (names.size() > 1) {
            put(Meaning.MIDDLE, names.removeLast());
        }
        List<Integer> family = columns(Meaning.FAMILY);
        while (family.size() > 1) {
            family.removeLast();
        }
        columns(Meaning.FULL_NAME).sort(Comparator.comparingInt(this::filled).reversed());
    }

    private List<Integer> columns(Meaning meaning) {
        return found.getOrDefault(meaning, new ArrayList<>());
    }

    /** An age says little beside a date of birth, but something without one. */
    private void settleAges() {
        boolean dated = has(Meaning.BIRTH) || has(Meaning.BIRTH_YEAR) && has(Meaning.BIRTH_MONTH);
        for (Meaning meaning : List.of(Meaning.BIRTH_YEAR, Meaning.AGE)) {
            if (!dated && has(meaning)) {
                columns(meaning).forEach(column -> put(Meaning.DETAIL, column));
                dated = true;
            }
        }
        found.remove(Meaning.AGE);
    }

    /** The two details that tell people apart best; a middle name is one. */
    private void settleDetails() {
        List<Integer> details = new ArrayList<>(columns(Meaning.DETAIL));
        details.addAll(columns(Meaning.MIDDLE));
        details.addAll(given.of(Meaning.MIDDLE));
        found.remove(Meaning.MIDDLE);
        found.remove(Meaning.DETAIL);
        details.stream()
                .filter(column -> filled(column) > FILLED_ENOUGH * table.rows().size())
                .sorted(Comparator.comparingDouble(
                                (Integer column) -> Content.of(table, column).surprise())
                        .reversed())
                .limit(Math.max(0, MOST_DETAILS - given.of(Meaning.DETAIL).size()))
                .forEach(column -> put(Meaning.DETAIL, column));
    }

    private int filled(int column) {
        int filled = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            filled += table.cell(row, column).isEmpty() ? 0 : 1;
        }
        return filled;
    }
}
