package org.totalplace.journey.journey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.words.PublicWords;

/**
 * A change as it is proposed: one rule more, which comes before all others, or other stages and rules; what is left out
 * stays.
 *
 * @param words why, for everybody to read
 * @param namesNobody that capitals in the words name nobody
 */
@Schema(name = "ProposedMapChange")
record ProposedChange(
        @Nullable String words,
        @Nullable Boolean namesNobody,
        @Nullable Rule rule,
        @Nullable String name,
        @Nullable List<Stage> stages,
        @Nullable List<MappingRule> rules) {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_STAGES = 100;
    private static final int MOST_RULES = 1_000;

    /** Which contacts shall belong to which stage. */
    @Schema(name = "ProposedMapRule")
    record Rule(
            @Nullable String agency,
            @Nullable String service,
            @Nullable String type,
            @Nullable String stage) {}

    /** @throws Problem 400 where they seem to tell who somebody is */
    String checkedWords() {
        return PublicWords.forAll("words", words, LONGEST, Boolean.TRUE.equals(namesNobody));
    }

    /**
     * Residents propose one rule, of codes that are looked up: nothing that they write stands in the map.
     *
     * @throws Problem 400 where there is more
     */
    Rule onlyRule() {
        if (rule == null || name != null || stages != null || rules != null) {
            throw Problem.badInput("rule", "constraint-error", "Residents propose one rule, with words that say why.");
        }
        return rule;
    }

    /** @throws Problem 400 where there is more than anybody reads, or nothing where something is due */
    void bounded() {
        List<Stage> givenStages = Objects.requireNonNullElse(stages, List.of());
        List<MappingRule> givenRules = Objects.requireNonNullElse(rules, List.of());
        if (givenStages.size() > MOST_STAGES || givenStages.stream().anyMatch(Objects::isNull)) {
            throw Problem.badInput("stages", "constraint-error", "A map has at most " + MOST_STAGES + " stages.");
        }
        if (givenRules.size() > MOST_RULES || givenRules.stream().anyMatch(Objects::isNull)) {
            throw Problem.badInput("rules", "constraint-error", "A map has at most " + MOST_RULES + " rules.");
        }
        givenStages.forEach(stage -> shorter("stages", stage.name(), LONGEST_NAME));
        shorter("name", name, LONGEST_NAME);
        givenRules.forEach(one -> shorter(one.agency(), one.service(), one.type(), one.stage()));
        if (rule != null) {
            shorter(rule.agency(), rule.service(), rule.type(), rule.stage());
        }
    }

    private static void shorter(@Nullable String... codes) {
        for (String code : codes) {
            shorter("rule", code, LONGEST_CODE);
        }
    }

    private static void shorter(String path, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw Problem.badInput(path, "constraint-error", "At most " + most + " characters.");
        }
    }

    /** @throws Problem 400 where it makes no map, or no other */
    JourneyMap changed(JourneyMap inForce) {
        MapRequest request = new MapRequest(
                inForce.map(),
                Objects.requireNonNullElse(name, inForce.name()),
                Objects.requireNonNullElse(stages, inForce.stages()),
                rules(inForce));
        request.objection(inForce.map()).ifPresent(refused -> {
            throw Problem.badInput(refused.path(), "invalid-map", refused.message());
        });
        JourneyMap changed = request.map(inForce.map());
        if (changed.equals(inForce)) {
            throw Problem.badInput("rule", "changes-nothing", "It says what the map says already: propose a change.");
        }
        changed.rules().stream().filter(own -> !inForce.rules().contains(own)).forEach(ProposedChange::ofWholeMonths);
        return changed;
    }

    /** Two proposals that differ by a day would tell of whoever came on that day. */
    private static void ofWholeMonths(MappingRule rule) {
        LocalDate from = rule.from();
        LocalDate until = rule.until();
        if (from != null && from.getDayOfMonth() > 1
                || until != null && until.getDayOfMonth() < until.lengthOfMonth()) {
            throw Problem.badInput(
                    "rules",
                    "no-whole-months",
                    "A rule that is proposed is from the first day of a month until the last day of one.");
        }
    }

    private List<MappingRule> rules(JourneyMap inForce) {
        List<MappingRule> all = new ArrayList<>(Objects.requireNonNullElse(rules, inForce.rules()));
        if (rule != null) {
            String agency = text(rule.agency());
            String service = text(rule.service());
            String type = text(rule.type());
            if (agency == null && service == null && type == null) {
                throw Problem.badInput(
                        "rule", "required-value", "A rule names an agency, a service or a type of contact.");
            }
            int highest = all.stream().mapToInt(MappingRule::weight).max().orElse(0);
            if (highest == Integer.MAX_VALUE) {
                throw Problem.badInput("rules", "constraint-error", "No rule can come before the highest priority.");
            }
            all.add(new MappingRule(agency, service, type, Objects.requireNonNullElse(rule.stage(), ""), highest + 1));
        }
        return all;
    }

    static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
