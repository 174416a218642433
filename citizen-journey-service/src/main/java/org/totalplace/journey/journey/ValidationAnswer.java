package org.totalplace.journey.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * What a draft would change, as it may be published.
 *
 * @param basedOn the version that the draft was begun on
 * @param stages those of the draft and those that only the version in force has, in their order
 * @param unmapped what no rule of any map catches
 * @param fromOtherMaps contacts that the draft would take from other maps; negative where they would get some
 */
record ValidationAnswer(
        String map, int basedOn, String year, Instant asOf, List<Stage> stages, Change unmapped, long fromOtherMaps) {

    /**
     * @param persons known ones
     * @param cost as many pounds as are published persons, times a mean of two figures
     */
    record Figures(PublishedCount contacts, PublishedCount persons, PublishedAmount cost) {}

    record Change(Figures before, Figures after) {}

    record Stage(String stage, Change change) {}

    private static final PublishedCount CONFIDENTIAL = new PublishedCount(null, "c");
    private static final PublishedAmount NO_COST = new PublishedAmount(null, "c");
    private static final long FIVE = 5;

    static ValidationAnswer of(Draft draft, FinancialYear year, Instant asOf, List<ValidatingDrafts.Change> changes) {
        JourneyMap map = draft.map();
        List<String> known = map.stages().stream()
                .map(org.totalplace.journey.journey.Stage::stage)
                .toList();
        List<String> former = changes.stream()
                .map(change -> change.before().stage())
                .flatMap(stage -> Optional.ofNullable(stage).stream())
                .filter(stage -> !known.contains(stage))
                .toList();
        List<Stage> stages = new ArrayList<>();
        known.forEach(stage -> stages.add(new Stage(stage, of(changes, stage))));
        former.forEach(stage -> stages.add(new Stage(stage, of(changes, stage))));
        long won = changes.stream()
                .mapToLong(change -> change.after().contacts() - change.before().contacts())
                .sum();
        return new ValidationAnswer(
                map.map(),
                draft.basedOn(),
                year.label(),
                asOf,
                stages,
                of(changes, null),
                Math.round((double) won / FIVE) * FIVE);
    }

    private static Change of(List<ValidatingDrafts.Change> changes, @Nullable String stage) {
        return changes.stream()
                .filter(change -> Objects.equals(change.before().stage(), stage))
                .findFirst()
                .map(ValidationAnswer::change)
                .orElseGet(() -> new Change(nothing(), nothing()));
    }

    private static Change change(ValidatingDrafts.Change facts) {
        Figures before = figures(facts.before());
        Figures after = figures(facts.after());
        return new Change(before, facts.isTelling() ? new Figures(CONFIDENTIAL, CONFIDENTIAL, NO_COST) : after);
    }

    /** Whoever writes rules chooses of whom they tell: costs are as vague as the number of persons. */
    private static Figures figures(CellFacts facts) {
        Cell cell = Cell.of(facts);
        Pence cost = facts.cost();
        return new Figures(
                cell.contacts(),
                cell.persons(),
                cost == null ? cell.cost() : PublishedAmount.roughly(cost, facts.bearers(), facts.largestTwo()));
    }

    private static Figures nothing() {
        return figures(new CellFacts(null, "", 0, 0, 0, null, 0, Pence.ZERO));
    }
}
