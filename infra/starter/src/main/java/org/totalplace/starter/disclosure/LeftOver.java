package org.totalplace.starter.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Few persons who would be left over, were one told of the whole and of its parts.
 *
 * @param parts one, or several that have nobody in common
 */
public record LeftOver(ToldGroup whole, List<ToldGroup> parts) {

    public LeftOver {
        parts = List.copyOf(parts);
    }

    /**
     * The first few whom an answer would leave over. Within one answer it is for the service to see to that, and what
     * was told before stays told: only what is new is looked at, against what is known.
     *
     * @param known what the caller was told before
     * @param answer of whom the answer tells
     */
    public static Optional<LeftOver> of(Collection<ToldGroup> known, Collection<ToldGroup> answer) {
        Map<String, List<ToldGroup>> before = byFigures(known);
        for (Map.Entry<String, List<ToldGroup>> figures : byFigures(answer).entrySet()) {
            List<ToldGroup> told = before.getOrDefault(figures.getKey(), List.of());
            List<ToldGroup> fresh = fresh(told, figures.getValue());
            Optional<LeftOver> few = ofPairs(told, fresh).or(() -> ofParts(told, fresh));
            if (few.isPresent()) {
                return few;
            }
        }
        return Optional.empty();
    }

    private static Map<String, List<ToldGroup>> byFigures(Collection<ToldGroup> groups) {
        Map<String, List<ToldGroup>> by = new LinkedHashMap<>();
        groups.forEach(group ->
                by.computeIfAbsent(group.figures(), none -> new ArrayList<>()).add(group));
        return by;
    }

    private static List<ToldGroup> fresh(List<ToldGroup> told, List<ToldGroup> answer) {
        Set<Map<String, String>> known = new HashSet<>();
        told.forEach(group -> known.add(group.members()));
        return answer.stream().filter(group -> !known.contains(group.members())).toList();
    }

    private static Optional<LeftOver> ofPairs(List<ToldGroup> told, List<ToldGroup> fresh) {
        for (ToldGroup one : fresh) {
            for (ToldGroup other : told) {
                boolean isPart = one.persons() <= other.persons();
                ToldGroup whole = isPart ? other : one;
                ToldGroup part = isPart ? one : other;
                if (isFew(whole.persons() - part.persons()) && Span.holds(whole, part)) {
                    return Optional.of(new LeftOver(whole, List.of(part)));
                }
            }
        }
        return Optional.empty();
    }

    /** Parts that differ from the whole in one mark, and from each other in its value. */
    private static Optional<LeftOver> ofParts(List<ToldGroup> told, List<ToldGroup> fresh) {
        if (told.isEmpty() || fresh.isEmpty()) {
            return Optional.empty();
        }
        Set<ToldGroup> known = new HashSet<>(told);
        Set<String> marks = new TreeSet<>();
        fresh.forEach(group -> marks.addAll(group.members().keySet()));
        told.forEach(group -> marks.addAll(group.members().keySet()));
        return marks.stream()
                .flatMap(mark -> beside(mark, told, fresh).stream()
                        .flatMap(groups -> groups.stream().flatMap(whole -> sides(mark, whole, groups).stream())))
                .filter(side -> isFew(side.rest()) && isMixed(side, known))
                .findFirst();
    }

    /** Groups that are the same but for one mark; by themselves they leave nobody over. */
    private static List<List<ToldGroup>> beside(String mark, List<ToldGroup> told, List<ToldGroup> fresh) {
        Map<Map<String, String>, List<ToldGroup>> beside = new LinkedHashMap<>();
        Stream.concat(told.stream(), fresh.stream()).forEach(group -> {
            Map<String, String> without = new HashMap<>(group.members());
            without.remove(mark);
            beside.computeIfAbsent(without, none -> new ArrayList<>()).add(group);
        });
        return beside.values().stream().filter(groups -> groups.size() > 1).toList();
    }

    /** The whole with those of its parts that have nobody in common, once for every level of parts. */
    private static List<LeftOver> sides(String mark, ToldGroup whole, List<ToldGroup> groups) {
        Span span = Span.of(mark);
        String outer = whole.mark(mark);
        Map<String, List<ToldGroup>> levels = new LinkedHashMap<>();
        for (ToldGroup part : groups) {
            String inner = part.mark(mark);
            if (inner != null && !inner.equals(outer) && (outer == null || span.holds(outer, inner))) {
                Span.level(mark, part)
                        .ifPresent(level -> levels.computeIfAbsent(level, none -> new ArrayList<>())
                                .add(part));
            }
        }
        return Stream.concat(levels.values().stream(), Spells.apart(mark, whole, groups).stream())
                .map(parts -> new LeftOver(whole, parts))
                .toList();
    }

    private long rest() {
        return whole.persons() - parts.stream().mapToLong(ToldGroup::persons).sum();
    }

    /** Whether some of it was told before, and some is told now. */
    private static boolean isMixed(LeftOver side, Set<ToldGroup> known) {
        boolean old = known.contains(side.whole()) || side.parts().stream().anyMatch(known::contains);
        return old && !(known.contains(side.whole()) && known.containsAll(side.parts()));
    }

    private static boolean isFew(long persons) {
        return persons > 0 && persons <= PublishedCount.CONFIDENTIAL_UP_TO;
    }

    /** Why the answer is not given, and what may be asked instead. */
    public String words() {
        String taken = parts.size() == 1
                ? parts.getFirst().words()
                : parts.getFirst().words() + " and " + (parts.size() - 1) + " more beside it";
        return "With what you were told before, this answer would tell of " + PublishedCount.CONFIDENTIAL_UP_TO
                + " persons or fewer: of " + whole.words() + " less " + taken
                + ". Ask again for what you were told before, leave out the filter in which the two differ, or"
                + " choose one that leaves more persons over.";
    }
}
