package org.totalplace.journey.personcost;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The persons of a cohort in the order of what they cost, in bands that each hold the one before. Who knows the costs
 * of two bands knows that of the persons between them, so that a band is not told either where these are few, or where
 * two of them make it up.
 *
 * @param bands the dearest first, everybody last
 * @param told the bands whose cost may be told, by their per cent
 */
record Ranking(List<Slice> bands, Set<Integer> told) {

    static final int EVERYBODY = 100;

    private static final List<Integer> TOPS = List.of(1, 5, 10, EVERYBODY);

    Ranking {
        bands = List.copyOf(bands);
        told = Set.copyOf(told);
    }

    /** @param slices the persons between one band and the next, where there are any; empty if there is nobody */
    static Ranking of(List<Slice> slices) {
        if (slices.isEmpty()) {
            return new Ranking(List.of(), Set.of());
        }
        List<Slice> between = TOPS.stream().map(top -> between(slices, top)).toList();
        List<Slice> bands = IntStream.rangeClosed(1, TOPS.size())
                .mapToObj(upTo -> joined(between.subList(0, upTo)))
                .toList();
        return new Ranking(bands, told(between, bands));
    }

    private static Slice between(List<Slice> slices, int top) {
        return slices.stream().filter(slice -> slice.top() == top).findFirst().orElse(Slice.nobody(top));
    }

    private static Slice joined(List<Slice> slices) {
        return slices.stream().reduce(Slice::and).orElseThrow();
    }

    /** From everybody down: each band against the next larger one that is told. */
    private static Set<Integer> told(List<Slice> between, List<Slice> bands) {
        Set<Integer> told = new HashSet<>();
        List<Slice> rest = new ArrayList<>();
        for (int band = bands.size() - 1; band >= 0; band--) {
            if (bands.get(band).mayBeTold() && (told.isEmpty() || joined(rest).mayBeTold())) {
                told.add(bands.get(band).top());
                rest.clear();
            }
            rest.addFirst(between.get(band));
        }
        return told;
    }

    Slice everybody() {
        return bands.isEmpty() ? Slice.nobody(EVERYBODY) : bands.getLast();
    }
}
