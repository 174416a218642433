package org.totalplace.sample.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resident as they truly are.
 *
 * @param number        counts residents from 1
 * @param sex           {@code m} or {@code f}
 * @param formerFamily  the family name before marriage; null if there is none
 * @param formerAddress where they lived before they moved; null if they did not
 * @param references    what the agencies that know them call them
 */
public record Person(
        int number,
        String given,
        String family,
        @Nullable String formerFamily,
        LocalDate birth,
        String sex,
        Address address,
        @Nullable Address formerAddress,
        String nhsNumber,
        String origin,
        Profile profile,
        Map<KnowingAgency, String> references) {

    /** As truth files name them: {@code P0000001}. */
    public String id() {
        return "P%07d".formatted(number);
    }

    public @Nullable String reference(KnowingAgency agency) {
        return references.get(agency);
    }

    /** The agencies that know them, in their fixed order. */
    public List<KnowingAgency> knownTo() {
        return List.copyOf(references.keySet());
    }
}
