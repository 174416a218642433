package org.totalplace.journey.personcost;

import java.util.List;
import java.util.stream.IntStream;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.value.Pence;

/**
 * Persons who follow each other in the order of what they cost, the dearest first.
 *
 * @param top per cent of all persons, down to which it reaches
 * @param cost of them together
 * @param largest what the dearest of them costs, without its sign
 * @param second what the next one costs
 * @param agencies seen, summed over the persons
 * @param seen how many persons see one, two, three and more agencies
 */
record Slice(int top, long persons, Pence cost, Pence largest, Pence second, long agencies, List<Long> seen) {

    static Slice nobody(int top) {
        return new Slice(top, 0, Pence.ZERO, Pence.ZERO, Pence.ZERO, 0, List.of(0L, 0L, 0L, 0L));
    }

    /** These and the next ones. */
    Slice and(Slice next) {
        boolean mineIsLarger = largest.value() >= next.largest.value();
        Pence most = mineIsLarger ? largest : next.largest;
        Pence after = mineIsLarger ? larger(second, next.largest) : larger(largest, next.second);
        return new Slice(
                next.top,
                persons + next.persons,
                cost.plus(next.cost),
                most,
                after,
                agencies + next.agencies,
                IntStream.range(0, seen.size())
                        .mapToObj(i -> seen.get(i) + next.seen.get(i))
                        .toList());
    }

    private static Pence larger(Pence one, Pence other) {
        return one.value() >= other.value() ? one : other;
    }

    Pence largestTwo() {
        return largest.plus(second);
    }

    /** Whether their cost tells of no few of them. */
    boolean mayBeTold() {
        return PublishedAmount.of(cost, persons, largestTwo()).value() != null;
    }
}
