package org.totalplace.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the columns of a truth file say: pairs of ids, or ids with the person of each.
 *
 * @param pairs whether {@code second} holds ids too; else it holds persons
 * @param firstSource where the source of the first id is named, or -1
 * @param secondSource the same of the second
 * @param match where it is said whether a pair matches, or -1 when all do
 */
record TruthColumns(boolean pairs, int first, int second, int firstSource, int secondSource, int match) {

    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.9;

    private static final List<String> PERSONS = List.of(
            "cluster",
            "entity",
            "true",
            "truth",
            "gold",
            "golden",
            "person",
            "individual",
            "identity",
            "simulant",
            "master",
            "canonical",
            "group",
            "original",
            "human",
            "resident",
            "label",
            "class");

    private static final Map<String, String> OPPOSITES = Map.ofEntries(
            Map.entry("l", "r"),
            Map.entry("left", "right"),
            Map.entry("ltable", "rtable"),
            Map.entry("a", "b"),
            Map.entry("1", "2"),
            Map.entry("0", "1"),
            Map.entry("x", "y"),
            Map.entry("first", "second"),
            Map.entry("one", "two"),
            Map.entry("from", "to"),
            Map.entry("source", "target"),
            Map.entry("original", "duplicate"),
            Map.entry("org", "dup"));

    private static final Set<String> MATCH = Set.of(
            "score",
            "match",
            "matched",
            "label",
            "truth",
            "gold",
            "target",
            "class",
            "duplicate",
            "same",
            "probability",
            "link",
            "linked",
            "value",
            "y");

    private static final Pattern VERDICT = Pattern.compile(
            "(?i)|[-+]?\\d*\\.?\\d+(e[-+]?\\d+)?|true|false|t|f|yes|no|y|n|(non|un|not)?[- _]?match(ed|es)?"
                    + "|positive|negative|same|different|(non[- _]?)?(dup|duplicate|link)|distinct|unsure|p");

    private static final Set<String> SOURCE = Set.of("source", "dataset", "file", "system", "agency", "set");

    /** Reads the headers, and where they do not say it which cells are ids of records. */
    static Optional<TruthColumns> of(Table file, RecordKeys keys) {
        double[] known = IntStream.range(0, file.headers().size())
                .mapToDouble(column -> known(file, column, keys))
                .toArray();
        return pairsByHeader(file, known)
                .filter(pair ->
                        pair.match >= 0 || personBeside(file, pair.first, keys).isEmpty())
                .or(() -> personsByHeader(file, known))
                .or(() -> byContent(file, known, keys));
    }

    private static double known(Table file, int column, RecordKeys keys) {
        long filled =
                file.rows().stream().filter(row -> !row.get(column).isEmpty()).count();
        long found =
                file.rows().stream().filter(row -> keys.knows(row.get(column))).count();
        return filled == 0 ? 0 : (double) found / filled;
    }

    private static Optional<TruthColumns> pairsByHeader(Table file, double[] known) {
        List<String> plain = file.headers().stream().map(Headers::plain).toList();
        List<TruthColumns> ids = new ArrayList<>();
        int[] sources = {-1, -1};
        for (int a = 0; a < plain.size(); a++) {
            for (int b = 0; b < plain.size(); b++) {
                Optional<String> common = common(plain.get(a), plain.get(b));
                if (a == b || common.isEmpty()) {
                    continue;
                }
                if (List.of(common.get().split(" ")).stream().anyMatch(SOURCE::contains)) {
                    sources = new int[] {a, b};
                } else if (Math.min(known[a], known[b]) >= HALF) {
                    ids.add(new TruthColumns(true, a, b, -1, -1, -1));
                }
            }
        }
        int[] told = sources;
        return ids.stream()
                .max(Comparator.comparingDouble(pair -> Math.min(known[pair.first], known[pair.second])))
                .map(pair -> new TruthColumns(
                        true, pair.first, pair.second, told[0], told[1], match(file, pair.first, pair.second)));
    }

    /** What two headers have in common that differ in left and right alone; empty when they do not. */
    private static Optional<String> common(String left, String right) {
        if (right.equals(left + " 1") || right.equals(left + " 2")) {
            return Optional.of(left);
        }
        List<String> lefts = List.of(left.split(" "));
        List<String> rights = List.of(right.split(" "));
        List<Integer> unlike = lefts.size() != rights.size()
                ? List.of()
                : IntStream.range(0, lefts.size())
                        .filter(word -> !lefts.get(word).equals(rights.get(word)))
                        .boxed()
                        .toList();
        if (unlike.size() != 1 || !rights.get(unlike.getFirst()).equals(OPPOSITES.get(lefts.get(unlike.getFirst())))) {
            return Optional.empty();
        }
        List<String> common = new ArrayList<>(lefts);
        common.remove((int) unlike.getFirst());
        return Optional.of(String.join(" ", common));
    }

    private static int match(Table file, int first, int second) {
        for (int column = file.headers().size() - 1; column >= 0; column--) {
            String header = Headers.plain(file.headers().get(column));
            int of = column;
            boolean says = MATCH.contains(header.substring(header.lastIndexOf(' ') + 1))
                    && file.rows().stream()
                            .allMatch(row -> VERDICT.matcher(row.get(of)).matches());
            if (says && column != first && column != second) {
                return column;
            }
        }
        return -1;
    }

    private static Optional<TruthColumns> personsByHeader(Table file, double[] known) {
        List<String> plain = file.headers().stream().map(Headers::plain).toList();
        for (String word : PERSONS) {
            for (int person = 0; person < plain.size(); person++) {
                if (List.of(plain.get(person).split(" ")).contains(word)) {
                    Optional<Integer> id = id(file, known, person);
                    if (id.isPresent()) {
                        return Optional.of(persons(file, id.get(), person));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The column, apart from that of the persons, that names most records; one headed so where several do. */
    private static Optional<Integer> id(Table file, double[] known, int person) {
        return IntStream.range(0, known.length)
                .filter(column -> column != person && known[column] >= HALF)
                .boxed()
                .max(Comparator.comparingDouble((Integer column) -> known[column])
                        .thenComparing(column -> Headers.meaning(file.headers().get(column))
                                .filter(Meaning.ID::equals)
                                .isPresent())
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** Two columns of ids are pairs, but where one names nearly every record once; then the other names persons. */
    private static Optional<TruthColumns> byContent(Table file, double[] known, RecordKeys keys) {
        List<Integer> ids = IntStream.range(0, known.length)
                .filter(column -> known[column] >= HALF)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer column) -> -known[column]))
                .toList();
        if (ids.isEmpty() || known.length < 2) {
            return Optional.empty();
        }
        for (int id : ids) {
            Optional<Integer> person = personBeside(file, id, keys);
            if (person.isPresent()) {
                return Optional.of(persons(file, id, person.get()));
            }
        }
        if (ids.size() > 1 && known[ids.get(1)] >= NEARLY_ALL) {
            int first = Math.min(ids.get(0), ids.get(1));
            int second = Math.max(ids.get(0), ids.get(1));
            return Optional.of(new TruthColumns(true, first, second, -1, -1, match(file, first, second)));
        }
        return repeating(file, ids.getFirst()).map(person -> persons(file, ids.getFirst(), person));
    }

    /** The persons of a column that names nearly every record once, as no side of pairs does. */
    private static Optional<Integer> personBeside(Table file, int id, RecordKeys keys) {
        long named = distinct(file, id);
        boolean once = named == file.rows().size() && named >= NEARLY_ALL * keys.size();
        return once ? repeating(file, id) : Optional.empty();
    }

    /** The column beside the ids with most values that stand in a few rows each. */
    private static Optional<Integer> repeating(Table file, int id) {
        return IntStream.range(0, file.headers().size())
                .filter(column -> column != id && column != RecordIds.namesSources(file))
                .filter(column -> distinct(file, column) < file.rows().size())
                .boxed()
                .max(Comparator.comparingLong((Integer column) -> distinct(file, column))
                        .thenComparing(Comparator.reverseOrder()));
    }

    private static long distinct(Table file, int column) {
        return file.rows().stream().map(row -> row.get(column)).distinct().count();
    }

    private static TruthColumns persons(Table file, int id, int person) {
        return new TruthColumns(false, id, person, RecordIds.namesSources(file), -1, -1);
    }
}
