package org.totalplace.link;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is who in truth, for measuring: from a column of the files, a file of clusters, or a file of pairs. */
final class Truth {

    /** Ids of generated sets that name the original: {@code rec-12-org}, {@code rec-12-dup-0}. */
    private static final Pattern GENERATED = Pattern.compile("(.*\\d)-(?:org|dup-?\\d*|dup)");

    private static final List<String> CLUSTERS = List.of(
            "cluster id", "cluster", "entity id", "entity", "person id", "person", "truth", "group id", "label");
    private static final List<String> IDS = List.of("record id", "rec id", "unique id", "id", "recid", "row id", "key");
    private static final List<String> SOURCES = List.of("data source", "source", "source dataset", "file", "dataset");

    private Truth() {}

    /** The person of every record by its key, from a column. */
    static Map<String, String> ofColumn(String header, List<Source> sources) {
        Map<String, String> truth = new HashMap<>();
        for (Source source : sources) {
            int column = source.table().column(header);
            for (int row = 0; column >= 0 && row < source.table().rows().size(); row++) {
                String person = source.table().cell(row, column);
                if (!person.isEmpty()) {
                    Matcher generated = GENERATED.matcher(person);
                    truth.put(source.key(row), generated.matches() ? generated.group(1) : person);
                }
            }
        }
        return truth;
    }

    /** The same from a file that names records by source and id, or by id alone where ids are unique. */
    static Map<String, String> ofFile(Table file, List<Source> sources) {
        Keys keys = new Keys(sources);
        Optional<Integer> cluster = column(file, CLUSTERS);
        Optional<Integer> id = column(file, IDS);
        if (cluster.isPresent() && id.isPresent()) {
            Optional<Integer> source = column(file, SOURCES);
            Map<String, String> truth = new HashMap<>();
            for (int row = 0; row < file.rows().size(); row++) {
                int at = row;
                String code = source.map(c -> file.cell(at, c)).orElse("");
                String person = file.cell(row, cluster.get());
                keys.find(code, file.cell(row, id.get())).ifPresent(key -> truth.put(key, person));
            }
            return truth;
        }
        return ofPairs(file, sources, keys);
    }

    private static Map<String, String> ofPairs(Table file, List<Source> sources, Keys keys) {
        int left = ending(file, "l", "left", "a", "1", "first");
        int right = ending(file, "r", "right", "b", "2", "second");
        if (left < 0 || right < 0) {
            if (file.headers().size() < 2) {
                throw new IllegalArgumentException("The truth file " + file.name() + " has the columns "
                        + file.headers() + "; it needs a cluster and an id, or two ids a row.");
            }
            left = 0;
            right = 1;
        }
        int score = ending(file, "score", "match", "label");
        Joined joined = new Joined();
        for (Source source : sources) {
            for (int row = 0; row < source.table().rows().size(); row++) {
                joined.name(source.key(row));
            }
        }
        for (int row = 0; row < file.rows().size(); row++) {
            Optional<String> a = keys.find("", file.cell(row, left));
            Optional<String> b = keys.find("", file.cell(row, right));
            if (a.isPresent() && b.isPresent() && isMatch(file.cell(row, score))) {
                joined.join(a.get(), b.get());
            }
        }
        return joined.all();
    }

    private static boolean isMatch(String score) {
        try {
            return score.isEmpty() || Double.parseDouble(score) >= 0.5;
        } catch (NumberFormatException word) {
            return List.of("true", "yes", "match", "y", "t").contains(score.toLowerCase(Locale.ROOT));
        }
    }

    private static Optional<Integer> column(Table file, List<String> names) {
        List<String> plain = file.headers().stream().map(Headers::plain).toList();
        return names.stream().map(plain::indexOf).filter(place -> place >= 0).findFirst();
    }

    /** The first column whose header ends in one of the words and names no source. */
    private static int ending(Table file, String... words) {
        for (int c = 0; c < file.headers().size(); c++) {
            String plain = Headers.plain(file.headers().get(c));
            String last = plain.substring(plain.lastIndexOf(' ') + 1);
            if (List.of(words).contains(last) && !plain.contains("source")) {
                return c;
            }
        }
        return -1;
    }

    /** Records by what the files call them. */
    private static final class Keys {

        private final Map<String, String> byId = new HashMap<>();
        private final Map<String, String> bySourceAndId = new HashMap<>();

        Keys(List<Source> sources) {
            for (Source source : sources) {
                for (int row = 0; row < source.table().rows().size(); row++) {
                    byId.put(source.id(row), source.key(row));
                    bySourceAndId.put(plain(source.code(row)) + "\n" + source.id(row), source.key(row));
                }
            }
        }

        Optional<String> find(String code, String id) {
            String exact = bySourceAndId.get(plain(code) + "\n" + id);
            return Optional.ofNullable(exact == null ? byId.get(id) : exact);
        }

        private static String plain(String code) {
            return code.toLowerCase(Locale.ROOT).strip();
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
            while (!above.getOrDefault(at, at).equals(at)) {
                at = above.getOrDefault(at, at);
            }
            return at;
        }
    }
}
