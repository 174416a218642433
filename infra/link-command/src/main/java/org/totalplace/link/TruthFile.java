package org.totalplace.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A file that says who is who: records with the person of each, or pairs of records. */
final class TruthFile {

    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;
    private static final Set<String> YES =
            Set.of("true", "yes", "match", "matched", "y", "t", "positive", "same", "duplicate", "dup", "link");

    private final Table file;
    private final List<Source> sources;
    private final RecordKeys keys;
    private final TruthColumns columns;
    private final Map<String, String> persons = new HashMap<>();
    private int named;
    private int unnamed;
    private String firstUnnamed = "";

    private TruthFile(Table file, List<Source> sources, RecordKeys keys, TruthColumns columns) {
        this.file = file;
        this.sources = sources;
        this.keys = keys;
        this.columns = columns;
    }

    /**
     * Reads who is who.
     *
     * @throws IllegalArgumentException when the file does not say it, or names hardly any of the records
     */
    static Truth read(Table file, List<Source> sources) {
        Set<String> asked = new HashSet<>();
        file.rows().forEach(asked::addAll);
        RecordKeys keys = new RecordKeys(sources, asked);
        TruthColumns columns = TruthColumns.of(file, keys)
                .orElseThrow(() -> new IllegalArgumentException("The truth file " + file.name() + " has the columns "
                        + file.headers() + "; it needs ids of records with a cluster, or two ids a row, and hardly any"
                        + " of its cells is an id of the files, such as '" + keys.example() + "'."));
        return new TruthFile(file, sources, keys, columns).read();
    }

    private Truth read() {
        List<String> told = new ArrayList<>();
        if (columns.pairs()) {
            readPairs(told);
        } else {
            readPersons(told);
        }
        double share = (double) named / Math.max(1, named + unnamed);
        String said = String.format(
                Locale.ROOT,
                "%,d of %,d ids in the truth file %s name a record%s.",
                named,
                named + unnamed,
                file.name(),
                unnamed == 0 ? "" : "; the first that does not: '" + firstUnnamed + "'");
        if (share < HALF) {
            throw new IllegalArgumentException(said + " The files have ids such as '" + keys.example()
                    + "'. Where sources share ids the truth must name the source beside each.");
        }
        told.add(said);
        return new Truth(persons, told, share < NEARLY_ALL ? List.of(said) : List.of()).judged(sources);
    }

    private void readPersons(List<String> told) {
        told.add("The truth file " + file.name() + " gives persons: ids in `" + header(columns.first())
                + "`, persons in `" + header(columns.second()) + "`" + sourceTold(columns.firstSource()) + ".");
        for (int row = 0; row < file.rows().size(); row++) {
            String person = file.cell(row, columns.second());
            for (String key : find(file.cell(row, columns.firstSource()), file.cell(row, columns.first()))) {
                if (!person.isEmpty()) {
                    persons.put(key, person);
                }
            }
        }
    }

    private void readPairs(List<String> told) {
        told.add("The truth file " + file.name() + " gives pairs: `" + header(columns.first()) + "` with `"
                + header(columns.second()) + "`" + sourceTold(columns.firstSource())
                + (columns.match() < 0 ? "" : ", a match where `" + header(columns.match()) + "` says so") + ".");
        Joined joined = new Joined();
        for (Source source : sources) {
            for (int row = 0; row < source.table().rows().size(); row++) {
                joined.name(source.key(row));
            }
        }
        List<String> sides = sides(told);
        for (int row = 0; row < file.rows().size(); row++) {
            List<String> a = find(code(row, columns.firstSource(), sides.get(0)), file.cell(row, columns.first()));
            List<String> b = find(code(row, columns.secondSource(), sides.get(1)), file.cell(row, columns.second()));
            if (!a.isEmpty() && !b.isEmpty() && isMatch(file.cell(row, columns.match()))) {
                a.forEach(first -> b.forEach(second -> joined.join(first, second)));
            }
        }
        persons.putAll(joined.all());
    }

    /** Where two sources share ids and no column names the source: which source each side is of. */
    private List<String> sides(List<String> told) {
        List<String> codes = keys.codes();
        if (columns.firstSource() >= 0 || codes.size() != 2 || keys.areUnique()) {
            return List.of("", "");
        }
        int straight = found(codes.get(0), columns.first()) + found(codes.get(1), columns.second());
        int across = found(codes.get(1), columns.first()) + found(codes.get(0), columns.second());
        List<String> sides = across > straight ? codes.reversed() : codes;
        told.add("Both sources use the same ids: `" + header(columns.first()) + "` is taken to be of " + sides.get(0)
                + ", `" + header(columns.second()) + "` of " + sides.get(1) + ".");
        return sides;
    }

    private int found(String code, int column) {
        return (int) file.rows().stream()
                .filter(row -> !keys.find(code, row.get(column)).isEmpty())
                .count();
    }

    private String code(int row, int column, String side) {
        return column < 0 ? side : file.cell(row, column);
    }

    private List<String> find(String code, String id) {
        List<String> found = keys.find(code, id);
        named += found.isEmpty() ? 0 : 1;
        unnamed += found.isEmpty() ? 1 : 0;
        if (found.isEmpty() && firstUnnamed.isEmpty()) {
            firstUnnamed = code.isEmpty() ? id : code + " " + id;
        }
        return found;
    }

    private String sourceTold(int column) {
        return column < 0 ? "" : ", sources in `" + header(column) + "`";
    }

    private String header(int column) {
        return file.headers().get(column);
    }

    private static boolean isMatch(String score) {
        try {
            return score.isEmpty() || Double.parseDouble(score) >= HALF;
        } catch (NumberFormatException word) {
            return YES.contains(score.toLowerCase(Locale.ROOT));
        }
    }

    /** Disjoint sets of keys. */
    private static final class Joined {

        private final Map<String, String> above = new HashMap<>();

        void name(String key) {
            above.put(key, key);
        }

        void join(String a, String b) {
            above.put(top(a), top(b));
        }

        Map<String, String> all() {
            Map<String, String> all = new HashMap<>();
            above.keySet().forEach(key -> all.put(key, top(key)));
            return all;
        }

        private String top(String key) {
            String at = key;
            for (String next = above.getOrDefault(at, at); !next.equals(at); next = above.getOrDefault(at, at)) {
                above.put(at, above.getOrDefault(next, next));
                at = next;
            }
            return at;
        }
    }
}
