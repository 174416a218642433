package org.totalplace.linkage.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

/** The level and weight of every field of one pair, packed: many links are held at once. */
public final class Evidence {

    private final long pattern;
    private final float[] weights;
    private final float prior;
    private final float adjustment;

    Evidence(long pattern, float[] weights, float prior, float adjustment) {
        this.pattern = pattern;
        this.weights = weights;
        this.prior = prior;
        this.adjustment = adjustment;
    }

    /** One field of the waterfall; the weight is in bits, above zero speaks for one person. */
    public record Step(Field field, ComparisonLevel level, double weight) {}

    public Map<Field, ComparisonLevel> levels() {
        Map<Field, ComparisonLevel> levels = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            levels.put(field, level(field));
        }
        return Collections.unmodifiableMap(levels);
    }

    public ComparisonLevel level(Field field) {
        return field.level(Patterns.code(pattern, field));
    }

    /** In bits; zero when missing, or when another field already says the same (postcode beside address). */
    public double weight(Field field) {
        return weights[field.ordinal()];
    }

    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Field field : Field.values()) {
            steps.add(new Step(field, level(field), weight(field)));
        }
        return steps;
    }

    /** Where the waterfall begins: log2 of the prior odds. */
    public double prior() {
        return prior;
    }

    /**
     * In bits, zero or less: what the pair loses because two people of one household would look like this too, or
     * because its shared NHS number is doubted.
     */
    public double adjustment() {
        return adjustment;
    }
}
