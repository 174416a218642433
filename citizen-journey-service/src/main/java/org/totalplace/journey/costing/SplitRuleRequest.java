package org.totalplace.journey.costing;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a steward says of how contacts with several participants are shared.
 *
 * @param type of contact; null for all of the service line that have no rule of their own
 * @param rule null takes the rule back
 */
record SplitRuleRequest(
        @Nullable String agency,
        @Nullable String service,
        @Nullable String type,
        @Nullable String rule) {

    /** What is wrong with it, if anything is. */
    Optional<String> objection() {
        if (agency == null || agency.isBlank() || service == null || service.isBlank()) {
            return Optional.of("A split rule needs agency and service.");
        }
        if (rule != null && SplitRule.ofCode(rule).isEmpty()) {
            return Optional.of("A split rule is equal, main or household, not '" + rule + "'; none takes it back.");
        }
        return Optional.empty();
    }

    String typeOrAll() {
        return Objects.requireNonNullElse(type, "").strip();
    }
}
