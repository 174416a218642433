package org.totalplace.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of several columns whose headers say the same, those that say it most plainly and hold what they say: a number that
 * checks before the code of a trust.
 */
final class PlainestColumns {

    private static final double HARDLY = 0.2;
    private static final double MOSTLY = 0.5;
    private static final double CLEARLY = 0.8;

    /** Every such column is read, or they are sorted out elsewhere. */
    private static final Set<Meaning> ALL = EnumSet.of(
            Meaning.ADDRESS, Meaning.HOUSE, Meaning.MIDDLE, Meaning.DETAIL, Meaning.ID, Meaning.IGNORED, Meaning.AGE);

    /** Of these the fullest alone is read. */
    private static final Set<Meaning> ONE = EnumSet.of(Meaning.BIRTH, Meaning.IDENTIFIER);

    private final Table table;
    private final Map<Integer, Said> said;

    PlainestColumns(Table table, Map<Integer, Said> said) {
        this.table = table;
        this.said = said;
    }

    /** Takes out of the columns found by their headers all that are not to be read. */
    void settle(Map<Meaning, List<Integer>> found) {
        movePrecisely(found);
        for (Meaning meaning : Meaning.values()) {
            List<Integer> columns = found.get(meaning);
            if (columns != null && !ALL.contains(meaning)) {
                List<Integer> kept = plainest(meaning, columns);
                if (kept.isEmpty()) {
                    found.remove(meaning);
                } else {
                    found.put(meaning, new ArrayList<>(kept));
                }
            }
        }
    }

    /** A date of birth of which only years are told; health numbers that were made up and do not check. */
    private void movePrecisely(Map<Meaning, List<Integer>> found) {
        for (int column : List.copyOf(found.getOrDefault(Meaning.BIRTH, List.of()))) {
            if (Content.of(table, column).years() > CLEARLY) {
                move(column, Meaning.BIRTH, Meaning.BIRTH_YEAR, found);
            }
        }
        for (int column : List.copyOf(found.getOrDefault(Meaning.NHS, List.of()))) {
            Content content = Content.of(table, column);
            if (content.nhsNumbers() < MOSTLY && content.longNumbers() > MOSTLY) {
                move(column, Meaning.NHS, Meaning.IDENTIFIER, found);
            }
        }
    }

    private static void move(int column, Meaning from, Meaning to, Map<Meaning, List<Integer>> found) {
        List<Integer> before = found.getOrDefault(from, new ArrayList<>());
        before.remove((Integer) column);
        if (before.isEmpty()) {
            found.remove(from);
        }
        found.computeIfAbsent(to, meaning -> new ArrayList<>()).add(column);
    }

    private List<Integer> plainest(Meaning meaning, List<Integer> columns) {
        List<Integer> usable = columns.stream()
                .filter(column ->
                        Readable.of(Content.of(table, column).cells(), meaning).share() >= HARDLY)
                .toList();
        int roughness = usable.stream().mapToInt(this::roughness).min().orElse(0);
        List<Integer> kept = usable.stream()
                .filter(column -> roughness(column) <= Math.max(1, roughness))
                .sorted(Comparator.comparingInt(column -> ranked(meaning) ? place(column) : column))
                .toList();
        return ONE.contains(meaning) && kept.size() > 1
                ? List.of(kept.stream()
                        .max(Comparator.comparingInt(
                                column -> Readable.of(table, column, meaning).readable()))
                        .orElseThrow())
                : kept;
    }

    private static boolean ranked(Meaning meaning) {
        return meaning == Meaning.GIVEN || meaning == Meaning.FAMILY;
    }

    private int roughness(int column) {
        Said says = said.get(column);
        return says == null ? 0 : says.roughness();
    }

    private int place(int column) {
        Said says = said.get(column);
        return says == null ? 0 : says.place();
    }
}
