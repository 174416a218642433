package org.totalplace.link;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.totalplace.linkage.Cluster;

/** {@code clusters.csv}: every row of every file with its cluster; clusters are numbered by their first row. */
final class ClustersFile {

    private ClustersFile() {}

    static void write(Path file, List<Source> sources, List<Cluster> clusters) throws IOException {
        Map<String, Cluster> clusterOf = new HashMap<>();
        clusters.forEach(cluster -> cluster.ids().forEach(key -> clusterOf.put(key, cluster)));
        Map<Cluster, Integer> numbers = new HashMap<>();
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("source", "row", "id", "cluster");
            for (Source source : sources) {
                for (int row = 0; row < source.table().rows().size(); row++) {
                    Cluster cluster = clusterOf.get(source.key(row));
                    int number = numbers.computeIfAbsent(cluster, c -> numbers.size() + 1);
                    csv.writeRecord(
                            source.code(row), Integer.toString(row + 1), source.id(row), Integer.toString(number));
                }
            }
        }
    }
}
