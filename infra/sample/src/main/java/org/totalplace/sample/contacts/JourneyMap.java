package org.totalplace.sample.contacts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.people.Profile;
import org.totalplace.sample.place.Resources;
import org.totalplace.value.AgencyCode;

/**
 * The intended path of one kind of life across agencies.
 *
 * @param profile the residents who are on it
 */
public record JourneyMap(String code, String name, Profile profile, List<String> stages, List<Rule> rules) {

    /**
     * Puts an agency's contacts of one service and type into a stage. No two rules of the place take the same
     * contacts.
     */
    public record Rule(AgencyCode agency, String service, String type, String stage) {}

    /** What should come after a stage, and in how many days. */
    public record Expected(String stage, int withinDays) {}

    private static final Map<String, Expected> EXPECTED = Map.of(
            "identify", new Expected("assess", 30),
            "assess", new Expected("support", 28),
            "support", new Expected("sustain", 90));

    private static final List<JourneyMap> ALL = Resources.table(JourneyMap.class, "journeys.csv").stream()
            .map(row -> new JourneyMap(
                    row.getField("journey"),
                    row.getField("name"),
                    Profile.valueOf(row.getField("profile").toUpperCase(Locale.ROOT)),
                    List.of(row.getField("stages").split("\\|")),
                    rulesOf(row.getField("journey"))))
            .toList();

    /** What every map of the place expects after a stage. */
    public static Optional<Expected> expectedAfter(String stage) {
        return Optional.ofNullable(EXPECTED.get(stage));
    }

    public static List<JourneyMap> all() {
        return ALL;
    }

    /** The map of a profile; none for residents who are on no journey. */
    static Optional<JourneyMap> of(Profile profile) {
        return ALL.stream().filter(map -> map.profile == profile).findFirst();
    }

    /** The steps of a map, or those outside every map. */
    static List<Step> steps(@Nullable String journey) {
        return Step.ALL.stream()
                .filter(step -> Objects.equals(step.journey(), journey))
                .toList();
    }

    private static List<Rule> rulesOf(String journey) {
        return steps(journey).stream()
                .map(step -> new Rule(
                        step.agency().code(), step.service(), step.type(), Objects.requireNonNull(step.stage())))
                .toList();
    }
}
