package org.totalplace.journey.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The way of one person as a sequence of steps: eras, and combinations of eras where they overlap for long. */
final class Steps {

    private final List<Era> eras;
    private final int overlapDays;

    private Steps(List<Era> eras, int overlapDays) {
        this.eras = eras;
        this.overlapDays = overlapDays;
    }

    /**
     * A time with the same eras throughout.
     *
     * @param eras by their place in the list
     */
    private record Span(LocalDate start, LocalDate end, Set<Integer> eras) {

        long days() {
            return ChronoUnit.DAYS.between(start, end) + 1;
        }
    }

    /**
     * The steps in the order of their start, each as {@code stage@agency}, combined ones joined by {@code  + }. An
     * overlap that is shorter than asked makes no step; an era that would have none stands where it began.
     *
     * @param eras of one person
     * @param overlapDays the shortest overlap that is told as a combination
     */
    static List<String> of(List<Era> eras, int overlapDays) {
        return new Steps(eras, overlapDays).steps();
    }

    private List<String> steps() {
        List<Span> kept = new ArrayList<>(spans().stream()
                .filter(span -> span.eras().size() == 1 || span.days() >= overlapDays)
                .toList());
        Set<Integer> shown = new HashSet<>();
        kept.forEach(span -> shown.addAll(span.eras()));
        List<Span> joined = joined(kept);
        for (int era = 0; era < eras.size(); era++) {
            if (!shown.contains(era)) {
                joined.add(new Span(eras.get(era).start(), eras.get(era).end(), Set.of(era)));
            }
        }
        joined.sort(Comparator.comparing(Span::start).thenComparing(this::name));
        return joined.stream().map(this::name).toList();
    }

    /** Times between the days on which an era begins or has ended. */
    private List<Span> spans() {
        TreeSet<LocalDate> bounds = new TreeSet<>();
        for (Era era : eras) {
            bounds.add(era.start());
            bounds.add(era.end().plusDays(1));
        }
        List<Span> spans = new ArrayList<>();
        LocalDate from = null;
        for (LocalDate bound : bounds) {
            if (from != null) {
                LocalDate first = from;
                Set<Integer> active = new TreeSet<>();
                for (int era = 0; era < eras.size(); era++) {
                    if (eras.get(era).covers(first)) {
                        active.add(era);
                    }
                }
                if (!active.isEmpty()) {
                    spans.add(new Span(first, bound.minusDays(1), active));
                }
            }
            from = bound;
        }
        return spans;
    }

    /** A short visit elsewhere does not cut what goes on around it. */
    private static List<Span> joined(List<Span> kept) {
        List<Span> joined = new ArrayList<>();
        for (Span span : kept) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.eras().equals(span.eras())) {
                joined.set(joined.size() - 1, new Span(last.start(), span.end(), last.eras()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private String name(Span span) {
        return span.eras().stream()
                .map(era -> eras.get(era).step())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" + "));
    }
}
