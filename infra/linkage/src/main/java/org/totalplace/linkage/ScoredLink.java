package org.totalplace.linkage;

import java.util.List;
import java.util.Map;
import org.totalplace.linkage.comparison.Evidence;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

/**
 * One compared pair of records with everything that explains it.
 *
 * @param idA the smaller id
 * @param idB the larger id
 * @param weight log2 of the odds that the two are one person, prior included; above zero is more likely than not
 * @param probability the same as a match probability, 0 to 1
 * @param reason one sentence without personal data
 */
public record ScoredLink(
        String idA, String idB, double weight, double probability, Evidence evidence, Verdict verdict, String reason) {

    /** The level of every field, missing ones included. */
    public Map<Field, ComparisonLevel> levels() {
        return evidence.levels();
    }

    /** The waterfall: level and weight in bits of every field, in the order of {@link Field}. */
    public List<Evidence.Step> steps() {
        return evidence.steps();
    }
}
