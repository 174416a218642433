package org.totalplace.journey.journey;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT .../maps/{map}} as it comes; the code of the map may be left out. */
record MapRequest(
        @Nullable String map,
        @Nullable String name,
        @Nullable List<Stage> stages,
        @Nullable List<MappingRule> rules) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    /** Words that stand where a map's code stands in other addresses of the API. */
    private static final Set<String> TAKEN = Set.of(
            "maps",
            "feeds",
            "services",
            "unit-costs",
            "reference-costs",
            "split-rules",
            "reconciliation",
            "concentration",
            "shipped");
    /** Ten years: nothing that old explains a contact. */
    private static final int MOST_DAYS = 3_660;

    /** What keeps it from becoming a map of this code, if anything does. */
    Optional<MapRefused> objection(String code) {
        if (!CODE.matcher(code).matches() || TAKEN.contains(code) || (map != null && !map.equals(code))) {
            return refused(
                    "map",
                    "A map's code is 1 to 80 lower-case letters, digits and hyphens, "
                            + "the same in address and body, and none of "
                            + TAKEN + "; not '" + code + "'.");
        }
        if (name == null || name.isBlank()) {
            return refused("name", "A map needs a name.");
        }
        return objectionToStages().or(this::objectionToRules);
    }

    /** The map, when there is no objection. */
    JourneyMap map(String code) {
        return new JourneyMap(
                code,
                Objects.requireNonNull(name, "checked before"),
                Objects.requireNonNullElse(stages, List.of()),
                Objects.requireNonNullElse(rules, List.of()));
    }

    private Optional<MapRefused> objectionToStages() {
        if (stages == null || stages.isEmpty()) {
            return refused("stages", "A map needs at least one stage.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            String stage = Objects.requireNonNullElse(stages.get(i).stage(), "");
            if (!CODE.matcher(stage).matches() || !seen.add(stage)) {
                return refused(
                        "stages[" + i + "].stage",
                        "A stage's code is lower-case letters, digits and hyphens, once in a map; not '" + stage
                                + "'.");
            }
        }
        return objectionToExpectations(stages, seen);
    }

    private static Optional<MapRefused> objectionToExpectations(List<Stage> stages, Set<String> codes) {
        for (int i = 0; i < stages.size(); i++) {
            List<Expectation> expects = stages.get(i).expects();
            for (int j = 0; j < expects.size(); j++) {
                Expectation expected = expects.get(j);
                String path = "stages[" + i + "].expects[" + j + "]";
                if (!codes.contains(expected.stage())) {
                    return refused(
                            path + ".stage",
                            "What is expected is one of the map's stages " + codes + ", not '" + expected.stage()
                                    + "'.");
                }
                if (expected.withinDays() < 0 || expected.withinDays() > MOST_DAYS) {
                    return refused(path + ".withinDays", days(expected.withinDays()));
                }
            }
        }
        return Optional.empty();
    }

    private static String days(int given) {
        return "Days are 0 to " + MOST_DAYS + ", not " + given + ".";
    }

    private Optional<MapRefused> objectionToRules() {
        List<MappingRule> given = Objects.requireNonNullElse(rules, List.of());
        List<String> codes = Objects.requireNonNullElse(stages, List.<Stage>of()).stream()
                .map(Stage::stage)
                .toList();
        for (int i = 0; i < given.size(); i++) {
            if (!codes.contains(given.get(i).stage())) {
                return refused(
                        "rules[" + i + "].stage",
                        "A rule names one of the map's stages " + codes + ", not '"
                                + given.get(i).stage() + "'.");
            }
            Optional<MapRefused> wrongTime = objectionToTime(given.get(i), "rules[" + i + "]");
            if (wrongTime.isPresent()) {
                return wrongTime;
            }
        }
        return Optional.empty();
    }

    private static Optional<MapRefused> objectionToTime(MappingRule rule, String path) {
        After after = rule.after();
        if (after != null && after.namesNothing()) {
            return refused(
                    path + ".after",
                    "Say what must have gone before: an agency, a service, a type, or several of them.");
        }
        if (after != null && (after.withinDays() < 0 || after.withinDays() > MOST_DAYS)) {
            return refused(path + ".after.withinDays", days(after.withinDays()));
        }
        return rule.from() != null && rule.until() != null && rule.until().isBefore(rule.from())
                ? refused(path + ".until", "The rule's last day " + rule.until() + " is before its first.")
                : Optional.empty();
    }

    private static Optional<MapRefused> refused(String path, String message) {
        return Optional.of(new MapRefused(path, message));
    }
}
