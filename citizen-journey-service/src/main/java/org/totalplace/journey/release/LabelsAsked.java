package org.totalplace.journey.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pseudonyms;

/** Labels as a steward sends them, unchecked. References become pseudonyms at once. */
record LabelsAsked(@Nullable List<@Nullable One> labels) {

    private static final int MOST = 100_000;
    private static final int LONGEST = 100;

    /** One label. */
    record One(
            @Nullable String agency,
            @Nullable String reference,
            @Nullable String person,
            @Nullable String nameOrigin) {}

    /** @throws Problem 400 that says what to mend */
    List<Labels.Label> checked(Pseudonyms pseudonyms) {
        if (labels == null || labels.isEmpty() || labels.size() > MOST) {
            throw Problem.badInput("labels", "labels-required", "Send 1 to " + MOST + " labels.");
        }
        List<Labels.Label> checked = new ArrayList<>();
        for (int place = 0; place < labels.size(); place++) {
            checked.add(checked(place, labels.get(place), pseudonyms));
        }
        return checked;
    }

    private static Labels.Label checked(int place, @Nullable One label, Pseudonyms pseudonyms) {
        if (label == null || isUnfit(label.reference()) || isUnfit(label.person())) {
            throw Problem.badInput(
                    "labels[" + place + "]",
                    "incomplete-label",
                    "A label names agency, reference and person, each in at most " + LONGEST + " characters.");
        }
        try {
            return new Labels.Label(
                    pseudonyms
                            .subject(new AgencyCode(String.valueOf(label.agency())), String.valueOf(label.reference()))
                            .value(),
                    String.valueOf(label.person()),
                    Objects.requireNonNullElse(label.nameOrigin(), ""));
        } catch (IllegalArgumentException unfit) {
            throw Problem.badInput("labels[" + place + "].agency", "not-an-agency", String.valueOf(unfit.getMessage()));
        }
    }

    private static boolean isUnfit(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST;
    }
}
