package org.totalplace.journey.journey;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.value.FinancialYear;

/**
 * Of whom the comparison of a proposed map tells: those whose cost lies on each of its stages. Two proposals that
 * differ in how much one rule catches tell of the same figures, and of the persons whom that rule marks.
 */
final class ToldOfProposal {

    private static final String ANY_DAY = "";

    private ToldOfProposal() {}

    static List<ToldGroup> of(
            JourneyMap proposed, JourneyMap inForce, FinancialYear year, List<ValidatingDrafts.Change> changes) {
        List<MappingRule> own = new ArrayList<>(proposed.rules());
        own.removeAll(inForce.rules());
        List<ToldGroup> told = new ArrayList<>();
        changes.stream()
                .filter(ToldOfProposal::isTold)
                .forEach(change -> own.forEach(rule -> told.add(ToldGroup.of(
                        List.of(
                                proposed.map(),
                                year.label(),
                                "proposed",
                                Objects.requireNonNullElse(change.after().stage(), ""),
                                besides(proposed, rule)),
                        marks(rule),
                        change.after().bearers()))));
        return told;
    }

    private static boolean isTold(ValidatingDrafts.Change change) {
        CellFacts after = change.after();
        return !change.isTelling()
                && after.cost() != null
                && PublishedAmount.of(after.cost(), after.bearers(), after.largestTwo())
                                .value()
                        != null;
    }

    /** The map but for what the rule catches. */
    private static String besides(JourneyMap proposed, MappingRule rule) {
        String rest = proposed.stages()
                + proposed.rules().stream()
                        .filter(other -> !other.equals(rule))
                        .map(MappingRule::toString)
                        .sorted()
                        .collect(Collectors.joining())
                + rule.stage()
                + rule.weight()
                + rule.after();
        return UUID.nameUUIDFromBytes(rest.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, @Nullable String> marks(MappingRule rule) {
        Map<String, @Nullable String> marks = new HashMap<>();
        marks.put("agency", rule.agency());
        marks.put("service", rule.service());
        marks.put("type", rule.type());
        marks.put(
                "months",
                rule.from() == null && rule.until() == null ? null : month(rule.from()) + ".." + month(rule.until()));
        return marks;
    }

    private static String month(@Nullable LocalDate day) {
        return day == null ? ANY_DAY : YearMonth.from(day).toString();
    }
}
