package org.totalplace.journey.release;

import java.util.HashMap;
import java.util.Map;
import org.totalplace.linkage.Decisions;

/**
 * The true person of subjects, as far as somebody knows: by labels, and by what stewards joined where there is none.
 *
 * @param persons by subject
 * @param nameOrigins by subject, for those labels that tell one
 */
record KnownTruth(Map<String, String> persons, Map<String, String> nameOrigins) {

    /** The labels and, among subjects without one, the persons that the stewards' joins make. */
    static KnownTruth of(Map<String, String> labels, Map<String, String> nameOrigins, Decisions decisions) {
        Map<String, String> persons = new HashMap<>(labels);
        for (Decisions.Pair pair : decisions.joined()) {
            if (!labels.containsKey(pair.first()) && !labels.containsKey(pair.second())) {
                String first = persons.computeIfAbsent(pair.first(), id -> "joined-" + id);
                String second = persons.computeIfAbsent(pair.second(), id -> "joined-" + id);
                persons.replaceAll((subject, person) -> person.equals(second) ? first : person);
            }
        }
        return new KnownTruth(persons, nameOrigins);
    }

    boolean isEmpty() {
        return persons.isEmpty();
    }
}
