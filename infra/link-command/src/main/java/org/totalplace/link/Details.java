package org.totalplace.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Details are compared with details of the same header only, whatever their order in each file. */
final class Details {

    private static final int MOST = 2;

    private Details() {}

    static List<Source> aligned(List<Source> sources) {
        List<String> names = sources.stream()
                .flatMap(source -> source.mapping().of(Meaning.DETAIL).stream().map(column -> name(source, column)))
                .distinct()
                .limit(MOST)
                .toList();
        return sources.stream().map(source -> aligned(source, names)).toList();
    }

    private static Source aligned(Source source, List<String> names) {
        List<Integer> places = new ArrayList<>();
        for (String name : names) {
            places.add(source.mapping().of(Meaning.DETAIL).stream()
                    .filter(column -> name(source, column).equals(name))
                    .findFirst()
                    .orElse(-1));
        }
        Map<Meaning, List<Integer>> columns = new EnumMap<>(Meaning.class);
        columns.putAll(source.mapping().columns());
        columns.put(Meaning.DETAIL, places);
        return new Source(source.table(), new FieldMapping(columns), source.sourceColumn());
    }

    private static String name(Source source, int column) {
        return column < 0 ? "" : Headers.plain(source.table().headers().get(column));
    }
}
