package org.totalplace.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Quality of clusters against the truth, 0 to 1 each.
 *
 * <p>Pairwise: over all pairs of records, whether found by blocking or not. B-cubed: precision and recall of each
 * record's cluster, averaged over records (Bagga and Baldwin, 1998). A measure with nothing to count is 1.
 */
public record Measures(Score pairwise, Score bCubed) {

    /** Precision, recall and their harmonic mean. */
    public record Score(double precision, double recall) {

        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /**
     * Compares clusters with the truth.
     *
     * @param truth the true person of every record id; ids without one are left out
     */
    public static Measures of(List<Cluster> clusters, Map<String, String> truth) {
        Map<String, Long> trueSizes = new HashMap<>();
        truth.values().forEach(person -> trueSizes.merge(person, 1L, Long::sum));
        long agreed = 0;
        long found = 0;
        double precision = 0;
        double recall = 0;
        long records = 0;
        for (Cluster cluster : clusters) {
            Map<String, Long> overlaps = new HashMap<>();
            for (String id : cluster.ids()) {
                String person = truth.get(id);
                if (person != null) {
                    overlaps.merge(person, 1L, Long::sum);
                }
            }
            long size = overlaps.values().stream().mapToLong(Long::longValue).sum();
            found += pairs(size);
            records += size;
            for (Map.Entry<String, Long> overlap : overlaps.entrySet()) {
                long shared = overlap.getValue();
                agreed += pairs(shared);
                precision += (double) shared * shared / size;
                recall += (double) shared * shared / trueSizes.getOrDefault(overlap.getKey(), shared);
            }
        }
        long real = trueSizes.values().stream().mapToLong(Measures::pairs).sum();
        return new Measures(
                new Score(ratio(agreed, found), ratio(agreed, real)),
                new Score(ratio(precision, records), ratio(recall, records)));
    }

    private static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}
