package org.totalplace.outcomes.personview;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.totalplace.outcomes.measure.Domain;
import org.totalplace.outcomes.measure.Polarity;
import org.totalplace.outcomes.measure.Rule;
import org.totalplace.outcomes.personview.PersonFacts.Goal;
import org.totalplace.outcomes.personview.PersonFacts.Measured;
import org.totalplace.outcomes.personview.PersonFacts.Observed;
import org.totalplace.outcomes.personview.PersonFacts.OwnReading;

/** Reads observations and goals from rows. */
final class ObservedRows {

    static final String READINGS = """
            select o.measure, m.series, m.name, m.domain, m.unit, m.polarity, m.rule, m.smallest_change, m.band_names,
                   m.band_starts, m.minimum_gap_days, m.sustained_days, o.agency, o.value, o.observed_at::date as day
            from subject_person s
            join observation o using (subject)
            join measure_series m on m.code = o.measure and o.observed_at >= m.since and o.observed_at < m.until
            where s.person = :person and not o.deleted
            order by o.measure, m.series, o.observed_at, o.agency, o.record_id
            """;

    static final String GOALS = """
            select m.code as measure, m.series, m.name, m.domain, m.unit, m.polarity, m.rule, m.smallest_change, m.band_names,
                   m.band_starts, m.minimum_gap_days, m.sustained_days,
                   g.id, g.words, g.set_by, g.set_on, g.agency, g.ended_on, g.ending,
                   coalesce(array_agg(r.read_on order by r.read_on) filter (where r.goal is not null), '{}') as days,
                   coalesce(array_agg(r.value order by r.read_on) filter (where r.goal is not null), '{}') as readings
            from subject_person s
            join goal g using (subject)
            join measure_series m on m.code = 'own-goal' and m.series = 1
            left join goal_reading r on r.goal = g.id
            where s.person = :person
            group by g.id, m.code, m.series
            order by g.set_on, g.id
            """;

    private ObservedRows() {}

    static Observed observed(Readable row) {
        return new Observed(
                measured(row),
                text(row, "agency"),
                needed(row, "value", Long.class),
                needed(row, "day", LocalDate.class));
    }

    private static Measured measured(Readable row) {
        return new Measured(
                text(row, "measure"),
                needed(row, "series", Integer.class),
                text(row, "name"),
                Domain.valueOf(text(row, "domain").toUpperCase(Locale.ROOT)),
                text(row, "unit"),
                Polarity.valueOf(text(row, "polarity").toUpperCase(Locale.ROOT)),
                rule(row));
    }

    static Goal goal(Readable row) {
        LocalDate[] days = needed(row, "days", LocalDate[].class);
        Long[] values = needed(row, "readings", Long[].class);
        List<OwnReading> readings = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            readings.add(new OwnReading(days[i], values[i]));
        }
        return new Goal(
                measured(row),
                needed(row, "id", UUID.class),
                text(row, "words"),
                text(row, "set_by"),
                needed(row, "set_on", LocalDate.class),
                text(row, "agency"),
                row.get("ended_on", LocalDate.class),
                row.get("ending", String.class),
                readings);
    }

    static String text(Readable row, String column) {
        return needed(row, column, String.class);
    }

    static <T> T needed(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static Rule rule(Readable row) {
        String[] names = needed(row, "band_names", String[].class);
        Long[] starts = needed(row, "band_starts", Long[].class);
        return new Rule(
                Rule.Kind.valueOf(text(row, "rule").toUpperCase(Locale.ROOT)),
                needed(row, "smallest_change", Long.class),
                IntStream.range(0, names.length)
                        .mapToObj(i -> new Rule.Band(names[i], starts[i]))
                        .toList(),
                needed(row, "minimum_gap_days", Integer.class),
                needed(row, "sustained_days", Integer.class));
    }
}
