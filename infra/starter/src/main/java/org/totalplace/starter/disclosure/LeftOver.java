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
        List<ToldGroup> all = new ArrayList<>(told);
        all.addAll(fresh);
        Map<Map<String, String>, ToldGroup> places = new HashMap<>();
        all.forEach(group -> places.put(group.members(), group));
        Map<Side, List<ToldGroup>> sides = new LinkedHashMap<>();
        for (ToldGroup part : all) {
            for (ToldGroup whole : wholes(part, all, places)) {
                side(whole, part)
                        .ifPresent(side -> sides.computeIfAbsent(side, none -> new ArrayList<>())
                                .add(part));
            }
        }
        Set<ToldGroup> known = new HashSet<>(told);
        for (Map.Entry<Side, List<ToldGroup>> side : sides.entrySet()) {
            ToldGroup whole = side.getKey().whole();
            List<ToldGroup> parts = side.getValue();
            boolean isOld = known.contains(whole) && known.containsAll(parts);
            boolean isOneAnswer = !known.contains(whole) && parts.stream().noneMatch(known::contains);
            long rest = whole.persons()
                    - parts.stream().mapToLong(ToldGroup::persons).sum();
            if (!isOld && !isOneAnswer && isFew(rest)) {
                return Optional.of(new LeftOver(whole, parts));
            }
        }
        return Optional.empty();
    }

    /** The parts of a whole that one mark makes. */
    private record Side(ToldGroup whole, String mark, String level) {}

    /** The groups that are the same but for one mark, which they lack or have more widely. */
    private static List<ToldGroup> wholes(
            ToldGroup part, List<ToldGroup> all, Map<Map<String, String>, ToldGroup> places) {
        List<ToldGroup> wholes = new ArrayList<>();
        for (String mark : part.members().keySet()) {
            Map<String, String> without = new HashMap<>(part.members());
            without.remove(mark);
            ToldGroup whole = places.get(without);
            if (whole != null) {
                wholes.add(whole);
            }
            if (Span.of(mark) != Span.APART) {
                all.stream()
                        .filter(wider -> wider != part && wider.mark(mark) != null)
                        .filter(wider -> sameBut(mark, wider, part) && Span.holds(wider, part))
                        .forEach(wholes::add);
            }
        }
        return wholes;
    }

    private static boolean sameBut(String mark, ToldGroup one, ToldGroup other) {
        Map<String, String> mine = new HashMap<>(one.members());
        Map<String, String> others = new HashMap<>(other.members());
        mine.remove(mark);
        others.remove(mark);
        return mine.equals(others);
    }

    private static Optional<Side> side(ToldGroup whole, ToldGroup part) {
        return part.members().entrySet().stream()
                .filter(mark -> !mark.getValue().equals(whole.mark(mark.getKey())))
                .findFirst()
                .flatMap(mark -> Span.of(mark.getKey())
                        .level(mark.getValue())
                        .map(level -> new Side(whole, mark.getKey(), level)));
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
                + ". Ask again for what you were told before, leave out the filter in which the two differ, or choose one"
                + " that leaves more persons over.";
    }
}
