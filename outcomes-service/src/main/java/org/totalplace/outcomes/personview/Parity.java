package org.totalplace.outcomes.personview;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;

/** Compares the views with what the facts give, and has those that differ recomputed. Blocks. */
@Component
class Parity {

    private static final Logger LOG = LoggerFactory.getLogger(Parity.class);

    private static final String COMPARE =
            """
            create temporary table parity on commit drop as
            select coalesce(f.person, v.person) as person, v.person is null as missing
            from (%s) f
            full join person_measure v on v.person = f.person and v.measure = f.measure and v.series = f.series
            where (f.baseline, f.baseline_on, f.latest, f.latest_on, f.observations, f.agencies, f.status)
                is distinct from
                (v.baseline, v.baseline_on, v.latest, v.latest_on, v.observations, v.agencies, v.status)
            """.formatted(MeasuredPersons.of("select distinct person from subject_person"));

    private static final String COUNT = """
            select (select count(*) from person_view) as persons,
                   (select count(*) from parity where missing) as missing,
                   (select count(*) from parity where not missing) as different,
                   (select count(distinct person) from parity) as healed
            """;

    private final BulkDatabase database;
    private final TouchedSubjects touched;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Result> latest = new AtomicReference<>();

    Parity(BulkDatabase database, TouchedSubjects touched, InstantSource clock) {
        this.database = database;
        this.touched = touched;
        this.clock = clock;
    }

    /**
     * What a comparison found.
     *
     * @param missing measures of persons that the facts have and the views had not
     * @param different that the views had otherwise, or had and the facts have not
     * @param healed persons whose views were recomputed
     */
    record Result(Instant asOf, long persons, long missing, long different, long healed) {}

    /** The latest comparison; null before the first. */
    @Nullable
    Result latest() {
        return latest.get();
    }

    Result compare() throws Exception {
        Result result = database.inTransaction(this::compared);
        if (result.healed() > 0) {
            LOG.warn("Views of {} persons differed from the facts and were recomputed", result.healed());
        }
        latest.set(result);
        return result;
    }

    private Result compared(Connection connection) throws SQLException {
        touched.begin(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(COMPARE);
            Result result;
            try (ResultSet row = statement.executeQuery(COUNT)) {
                row.next();
                result = new Result(clock.instant(), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
            if (result.healed() > 0) {
                statement.executeUpdate("insert into touched_person select distinct person from parity");
                touched.recompute(connection);
            }
            return result;
        }
    }
}
