package org.totalplace.sample.contacts;

import java.util.List;
import java.util.Map;
import org.totalplace.sample.place.Json;

/** What somebody who works on a journey proposes about its map. */
public final class ProposedRule {

    private ProposedRule() {}

    /** As a practitioner would send it. */
    public static List<Map<String, Object>> all() {
        return List.of(Json.object(
                "map",
                "older-person-leaving-hospital",
                "words",
                "People tell us that nurses who call at home are the help that keeps them there. Their visits should"
                        + " count as what sustains, more than as support at first",
                "namesNobody",
                true,
                "rule",
                Json.object("agency", "nhs-trust", "service", "COMM-NURS", "stage", "sustain")));
    }
}
