package org.totalplace.link;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.totalplace.linkage.ScoredLink;
import org.totalplace.linkage.comparison.Evidence;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

/** {@code pairs.csv}: every pair of a cluster and every doubtful one, with the level and weight of each comparison. */
final class PairsFile {

    private PairsFile() {}

    static void write(Path file, List<Source> sources, List<ScoredLink> links) throws IOException {
        Map<String, List<String>> names = names(sources);
        List<Field> compared = Arrays.stream(Field.values())
                .filter(field ->
                        links.stream().anyMatch(link -> link.evidence().level(field) != ComparisonLevel.MISSING))
                .toList();
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            List<String> header = new ArrayList<>(List.of(
                    "source_a", "row_a", "id_a", "source_b", "row_b", "id_b", "weight", "probability", "verdict"));
            for (Field field : compared) {
                header.add(word(field.name()));
                header.add(word(field.name()) + "_weight");
            }
            header.addAll(List.of("prior", "adjustment"));
            csv.writeRecord(header);
            for (ScoredLink link : links) {
                csv.writeRecord(cells(link, names, compared));
            }
        }
    }

    private static List<String> cells(ScoredLink link, Map<String, List<String>> names, List<Field> compared) {
        List<String> cells = new ArrayList<>(names.getOrDefault(link.idA(), List.of()));
        cells.addAll(names.getOrDefault(link.idB(), List.of()));
        cells.add(decimals("%.3f", link.weight()));
        cells.add(decimals("%.6f", link.probability()));
        cells.add(word(link.verdict().name()));
        Evidence evidence = link.evidence();
        for (Field field : compared) {
            cells.add(word(evidence.level(field).name()));
            cells.add(decimals("%.3f", evidence.weight(field)));
        }
        cells.add(decimals("%.3f", evidence.prior()));
        cells.add(decimals("%.3f", evidence.adjustment()));
        return cells;
    }

    private static Map<String, List<String>> names(List<Source> sources) {
        Map<String, List<String>> names = new HashMap<>();
        for (Source source : sources) {
            for (int row = 0; row < source.table().rows().size(); row++) {
                names.put(source.key(row), List.of(source.code(row), Integer.toString(row + 1), source.id(row)));
            }
        }
        return names;
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }

    private static String decimals(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
