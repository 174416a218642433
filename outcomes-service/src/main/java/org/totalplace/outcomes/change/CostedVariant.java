package org.totalplace.outcomes.change;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.summary.Share;
import org.totalplace.value.Pence;

/**
 * Persons who went through a journey in one way, with what became of them and what it cost; exact, for
 * {@link CostBesideOutcome} alone to publish.
 *
 * @param variant the stages in their order
 * @param persons by status, of those with a cost
 * @param largest the largest two persons' costs
 * @param inDoubt persons with a link that waits for a steward
 * @param uncosted persons besides, of whose contacts on the map none has a cost
 */
record CostedVariant(
        String variant, Map<Status, Long> persons, Pence cost, List<Pence> largest, long inDoubt, long uncosted) {

    static final String SELECT = """
            select variant, count(*) filter (where pence is not null and status = 'better') as better,
                   count(*) filter (where pence is not null and status = 'same') as same,
                   count(*) filter (where pence is not null and status = 'worse') as worse,
                   coalesce(sum(pence), 0)::bigint as pence,
                   array_remove(array[
                       (array_agg(pence order by abs(pence) desc) filter (where pence is not null))[1],
                       (array_agg(pence order by abs(pence) desc) filter (where pence is not null))[2]], null) as largest,
                   count(*) filter (where pence is not null and doubted) as in_doubt,
                   count(*) filter (where pence is null) as uncosted
            from (select array_to_string(s.stages, ' > ') as variant, p.status, s.pence,
                         exists (select from subject_person x where x.person = p.person and x.needs_attention) as doubted
                  from paired p join starting s on s.person = p.person
                  where p.status <> 'unknown' and p.series = (select max(series) from paired)) as one
            group by variant
            order by count(*) desc, variant
            """;

    private static final int LARGEST = 2;

    static CostedVariant nobody(String variant) {
        return new CostedVariant(variant, new EnumMap<>(Status.class), Pence.ZERO, List.of(), 0, 0);
    }

    static CostedVariant of(Readable row) {
        Map<Status, Long> persons = new EnumMap<>(Status.class);
        Share.KNOWN.forEach(status -> persons.put(status, ChangeOfMeasure.needed(row, status.code(), Long.class)));
        return new CostedVariant(
                ChangeOfMeasure.needed(row, "variant", String.class),
                persons,
                new Pence(ChangeOfMeasure.needed(row, "pence", Long.class)),
                Arrays.stream(ChangeOfMeasure.needed(row, "largest", Long[].class))
                        .map(Pence::new)
                        .toList(),
                ChangeOfMeasure.needed(row, "in_doubt", Long.class),
                ChangeOfMeasure.needed(row, "uncosted", Long.class));
    }

    long count() {
        return persons.values().stream().mapToLong(Long::longValue).sum();
    }

    Pence largestTwo() {
        return largest.stream().reduce(Pence.ZERO, Pence::plus);
    }

    /** Both under one name. */
    CostedVariant with(CostedVariant other, String name) {
        Map<Status, Long> both = new EnumMap<>(Status.class);
        both.putAll(persons);
        other.persons().forEach((status, count) -> both.merge(status, count, Long::sum));
        return new CostedVariant(
                name,
                both,
                cost.plus(other.cost()),
                Stream.concat(largest.stream(), other.largest().stream())
                        .sorted(Comparator.comparingLong((Pence pence) -> Math.abs(pence.value()))
                                .reversed())
                        .limit(LARGEST)
                        .toList(),
                inDoubt + other.inDoubt(),
                uncosted + other.uncosted());
    }
}
