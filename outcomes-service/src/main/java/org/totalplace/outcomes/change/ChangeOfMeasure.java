package org.totalplace.outcomes.change;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.totalplace.outcomes.measure.Status;

/**
 * What became of a measure of the persons on a journey; exact, for {@link BeforeAndAfter} alone to publish.
 *
 * @param onJourney all persons who began the journey, with a pair of readings or without
 * @param persons with a pair, by status; unknown where the readings are too near to each other
 * @param sums of those whose status is known, in thousandths
 * @param yesOrNo whether there are but two values, so that a mean would be a count
 */
record ChangeOfMeasure(
        String measure,
        int series,
        String name,
        String domain,
        String unit,
        long onJourney,
        Map<Status, Long> persons,
        Sums sums,
        boolean yesOrNo) {

    static final String SELECT = """
            select p.measure, p.series, m.name, m.domain, m.unit, cardinality(m.only_values) = 2 as yes_or_no,
                   (select count(*) from starting where day is not null) as on_journey,
                   count(*) filter (where p.status = 'better') as better, count(*) filter (where p.status = 'same') as same,
                   count(*) filter (where p.status = 'worse') as worse, count(*) filter (where p.status = 'unknown') as unknown,
                   coalesce(sum(p.before) filter (where p.status <> 'unknown'), 0) as before,
                   coalesce(sum(p.after) filter (where p.status <> 'unknown'), 0) as after,
                   coalesce(sum((p.after - p.before)::numeric ^ 2) filter (where p.status <> 'unknown'), 0)::numeric(60, 0)
                       as squares
            from paired p join measure_series m on m.code = p.measure and m.series = p.series
            group by p.measure, p.series, m.name, m.domain, m.unit, m.only_values
            order by p.measure, p.series
            """;

    /** @param squares of the changes */
    record Sums(BigDecimal before, BigDecimal after, BigDecimal squares) {}

    static ChangeOfMeasure of(Readable row) {
        Map<Status, Long> persons = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            persons.put(status, needed(row, status.code(), Long.class));
        }
        return new ChangeOfMeasure(
                needed(row, "measure", String.class),
                needed(row, "series", Integer.class),
                needed(row, "name", String.class),
                needed(row, "domain", String.class),
                needed(row, "unit", String.class),
                needed(row, "on_journey", Long.class),
                persons,
                new Sums(
                        needed(row, "before", BigDecimal.class),
                        needed(row, "after", BigDecimal.class),
                        needed(row, "squares", BigDecimal.class)),
                needed(row, "yes_or_no", Boolean.class));
    }

    long pairs() {
        return persons.values().stream().mapToLong(Long::longValue).sum();
    }

    long known() {
        return pairs() - persons.getOrDefault(Status.UNKNOWN, 0L);
    }

    static <T> T needed(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
