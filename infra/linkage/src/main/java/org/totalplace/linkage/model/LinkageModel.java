package org.totalplace.linkage.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides links, without any name, date or address of a person: a dated, versioned file. Term
 * frequencies are not in it; they are counted from the records that are linked.
 *
 * @param version names the model in every link that it made
 * @param matchesPerRecord expected number of other records of the same person that a record meets; with the number of
 *     records it gives the prior match probability
 * @param householdPerRecord expected number of records of other people of the same household that a record meets
 * @param twinsPerRecord expected number of records of people born together with it that a record meets
 * @param pairsPerRecord a blocking rule leaves out its largest blocks until it proposes at most this many pairs a
 * record
 */
public record LinkageModel(
        String version,
        LocalDate date,
        double matchesPerRecord,
        double householdPerRecord,
        double twinsPerRecord,
        Thresholds thresholds,
        Map<Field, Map<ComparisonLevel, LevelProbabilities>> fields,
        List<BlockingRule> blocking,
        int pairsPerRecord) {

    public LinkageModel {
        if (!(matchesPerRecord > 0 && householdPerRecord >= 0 && twinsPerRecord >= 0 && pairsPerRecord > 0)
                || blocking.isEmpty()) {
            throw new IllegalArgumentException("A model needs matchesPerRecord and pairsPerRecord above 0,"
                    + " householdPerRecord and twinsPerRecord of at least 0 and a blocking rule, got "
                    + matchesPerRecord
                    + ", " + pairsPerRecord + ", " + householdPerRecord + ", " + twinsPerRecord + " and " + blocking
                    + ".");
        }
        fields = complete(fields);
        blocking = List.copyOf(blocking);
    }

    /** Defaults for a place with too little data to train: cautious, from published rates of error in UK records. */
    public static LinkageModel initial() {
        return InitialModel.MODEL;
    }

    /** Reads what {@link #toJson()} wrote; throws {@link IllegalArgumentException} that says what is wrong. */
    public static LinkageModel fromJson(String json) {
        return ModelText.read(json);
    }

    /** The model as JSON text; the same model gives the same bytes. */
    public String toJson() {
        return ModelText.write(this);
    }

    public LevelProbabilities of(Field field, ComparisonLevel level) {
        LevelProbabilities found = fields.getOrDefault(field, Map.of()).get(level);
        if (found == null) {
            throw new IllegalArgumentException("Field " + field + " has no level " + level + " in model " + version);
        }
        return found;
    }

    /** This model under another name and date. */
    public LinkageModel released(String newVersion, LocalDate on) {
        return new LinkageModel(
                newVersion,
                on,
                matchesPerRecord,
                householdPerRecord,
                twinsPerRecord,
                thresholds,
                fields,
                blocking,
                pairsPerRecord);
    }

    /** This model with other thresholds. */
    public LinkageModel with(Thresholds other) {
        return new LinkageModel(
                version,
                date,
                matchesPerRecord,
                householdPerRecord,
                twinsPerRecord,
                other,
                fields,
                blocking,
                pairsPerRecord);
    }

    private static Map<Field, Map<ComparisonLevel, LevelProbabilities>> complete(
            Map<Field, Map<ComparisonLevel, LevelProbabilities>> given) {
        Map<Field, Map<ComparisonLevel, LevelProbabilities>> all = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Map<ComparisonLevel, LevelProbabilities> levels = given.getOrDefault(field, Map.of());
            if (levels.size() != field.levels().size() || !levels.keySet().containsAll(field.levels())) {
                throw new IllegalArgumentException("Field " + field + " needs probabilities for exactly the levels "
                        + field.levels() + ", got " + levels.keySet() + ".");
            }
            all.put(field, Collections.unmodifiableMap(new EnumMap<>(levels)));
        }
        return Collections.unmodifiableMap(all);
    }
}
