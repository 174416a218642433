package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who could help with a request. Whoever lacks something is left out, whatever else speaks for them; of the others come
 * first who has met the member before, then the nearest, then the least busy, then who has most times in common.
 */
final class Matching {

    private Matching() {}

    /** Why somebody is not asked, in the order in which it is looked at; the first that applies is told. */
    enum Lack {
        NO_VALID_CHECK,
        IS_THE_ASKER,
        SAID_NO,
        OTHER_SKILLS,
        NO_COMMON_LANGUAGE,
        NO_COMMON_TIME,
        TOO_FAR;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Somebody who could be introduced, with all that speaks for it.
     *
     * @param clearedUntil the last day of their checks
     */
    @Schema(name = "CircleMatch")
    record Match(
            UUID helper,
            int kilometres,
            List<String> times,
            List<String> languages,
            int metBefore,
            int busy,
            LocalDate clearedUntil) {}

    /** @param leftOut how many were, by the first reason */
    @Schema(name = "CircleMatches")
    record Matches(List<Match> results, Map<String, Integer> leftOut) {}

    private static final Comparator<Match> BEST_FIRST = Comparator.comparing(
                    Match::metBefore, Comparator.reverseOrder())
            .thenComparing(Match::kilometres)
            .thenComparing(Match::busy)
            .thenComparing(match -> -match.times().size())
            .thenComparing(Match::helper);

    static Matches of(Wanted wanted, List<HelpingMember> helpers, LocalDate today) {
        List<Match> matches = new ArrayList<>();
        Map<Lack, Integer> leftOut = new EnumMap<>(Lack.class);
        for (HelpingMember helper : helpers) {
            lack(wanted, helper, today)
                    .ifPresentOrElse(
                            lack -> leftOut.merge(lack, 1, Integer::sum),
                            () -> matches.add(match(wanted, helper, today)));
        }
        matches.sort(BEST_FIRST);
        Map<String, Integer> told = new TreeMap<>();
        leftOut.forEach((lack, helpersLeft) -> told.put(lack.code(), helpersLeft));
        return new Matches(List.copyOf(matches), told);
    }

    /** Why the helper cannot be introduced; empty where they can be. */
    static Optional<Lack> lack(Wanted wanted, HelpingMember helper, LocalDate today) {
        if (!isCleared(helper.clearance(), wanted.neededOn(), today)) {
            return Optional.of(Lack.NO_VALID_CHECK);
        }
        if (helper.asker() || helper.member().equals(wanted.member())) {
            return Optional.of(Lack.IS_THE_ASKER);
        }
        if (helper.declined()) {
            return Optional.of(Lack.SAID_NO);
        }
        if (!helper.skills().contains(wanted.skill())) {
            return Optional.of(Lack.OTHER_SKILLS);
        }
        if (shared(wanted.languages(), helper.languages()).isEmpty()) {
            return Optional.of(Lack.NO_COMMON_LANGUAGE);
        }
        if (WeekTimes.shared(wanted.times(), helper.times()).isEmpty()) {
            return Optional.of(Lack.NO_COMMON_TIME);
        }
        return wanted.square().kilometresTo(helper.square()) > helper.reach()
                ? Optional.of(Lack.TOO_FAR)
                : Optional.empty();
    }

    /** Today, and on the day of need where that is still to come. */
    static boolean isCleared(Clearance clearance, LocalDate neededOn, LocalDate today) {
        return clearance.holdsOn(today) && (neededOn.isBefore(today) || clearance.holdsOn(neededOn));
    }

    private static Match match(Wanted wanted, HelpingMember helper, LocalDate today) {
        return new Match(
                helper.member(),
                wanted.square().kilometresTo(helper.square()),
                WeekTimes.shared(wanted.times(), helper.times()),
                shared(wanted.languages(), helper.languages()),
                helper.metBefore(),
                helper.busy(),
                helper.clearance().until(today).orElseThrow());
    }

    private static List<String> shared(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both.stream().sorted().toList();
    }
}
