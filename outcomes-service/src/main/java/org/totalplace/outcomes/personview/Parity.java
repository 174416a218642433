package org.totalplace.outcomes.personview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Compares the views with what the facts give, and has those that differ recomputed. It compares one moment without
 * holding anybody up; only to heal, links are held still. Blocks.
 */
@Component
class Parity {

    private static final Logger LOG = LoggerFactory.getLogger(Parity.class);

    private static final String ONE_MOMENT = "set transaction isolation level repeatable read";

    private static final String COMPARE =
            """
            create temporary table parity on commit drop as
            select coalesce(f.person, v.person) as person, v.person is null as missing
            from (%s) f
            full join person_measure v on v.person = f.person and v.measure = f.measure and v.series = f.series
            where (f.baseline, f.baseline_on, f.latest, f.latest_on, f.observations, f.agencies, f.latest_disputed, f.status)
                is distinct from
                (v.baseline, v.baseline_on, v.latest, v.latest_on, v.observations, v.agencies, v.latest_disputed, v.status)
            """.formatted(MeasuredPersons.of("select distinct person from subject_person"));

    /** Persons that have no view, and views of nobody. */
    private static final String COMPARE_VIEWS = """
            insert into parity
            select coalesce(known.person, v.person), v.person is null
            from (select person from subject_person union select person from person_journeys where state is not null) known
            full join person_view v on v.person = known.person
            where known.person is null or v.person is null
            """;

    private static final String COUNT = """
            select (select count(*) from person_view) as persons,
                   (select count(*) from parity where missing) as missing,
                   (select count(*) from parity where not missing) as different
            """;

    private static final String KEEP = "insert into parity_run values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private static final String LATEST = "select * from parity_run order by compared_at desc limit 1";

    private final BulkDatabase database;
    private final TouchedSubjects touched;
    private final ParitySample sample;
    private final InstantSource clock;

    Parity(BulkDatabase database, TouchedSubjects touched, ParitySample sample, InstantSource clock) {
        this.database = database;
        this.touched = touched;
        this.sample = sample;
        this.clock = clock;
    }

    /**
     * What a comparison found.
     *
     * @param missing views, and measures of persons, that the facts have and the tables had not
     * @param different that the tables had otherwise, or had and the facts have not, journeys and areas among them
     * @param healed persons whose views were recomputed
     * @param sampled persons whose measures were made in another way too
     * @param judgedOtherwise those of them for whom the two ways differ, which is a fault of the code and not healed
     */
    @Schema(name = "ParityResult")
    record Result(
            Instant asOf,
            long persons,
            long missing,
            long different,
            long healed,
            long sampled,
            long judgedOtherwise) {}

    /** What one moment shows. */
    private record Found(long persons, long missing, long different, List<UUID> differing, List<UUID> standings) {}

    /** The latest comparison, by whichever replica; empty before the first. */
    Optional<Result> latest() throws Exception {
        return database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(LATEST)) {
                return row.next()
                        ? Optional.of(new Result(
                                row.getTimestamp(1).toInstant(),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)))
                        : Optional.empty();
            }
        });
    }

    Result compare() throws Exception {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Found found = database.inTransaction(Parity::found);
        if (!found.differing().isEmpty()) {
            database.inTransaction(connection -> heal(connection, found));
            LOG.warn(
                    "Views of {} persons differed from the facts and were recomputed",
                    found.differing().size());
        }
        ParitySample.Drawn drawn = sample.compare(now.getEpochSecond());
        if (drawn.otherwise() > 0) {
            LOG.error(
                    "Of {} views {} are made otherwise by the tables than by the code",
                    drawn.persons(),
                    drawn.otherwise());
        }
        Result result = new Result(
                now,
                found.persons(),
                found.missing(),
                found.different(),
                found.differing().size(),
                drawn.persons(),
                drawn.otherwise());
        return database.inTransaction(connection -> kept(connection, result));
    }

    private static Found found(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_MOMENT);
            statement.execute(COMPARE);
            statement.executeUpdate(COMPARE_VIEWS);
            List<UUID> standings = ParityOfStandings.differing(connection);
            try (PreparedStatement add = connection.prepareStatement("insert into parity select unnest(?), false")) {
                add.setArray(1, connection.createArrayOf("uuid", standings.toArray()));
                add.executeUpdate();
            }
            List<UUID> differing = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select distinct person from parity")) {
                while (rows.next()) {
                    differing.add(rows.getObject(1, UUID.class));
                }
            }
            try (ResultSet row = statement.executeQuery(COUNT)) {
                row.next();
                return new Found(row.getLong(1), row.getLong(2), row.getLong(3), differing, standings);
            }
        }
    }

    private int heal(Connection connection, Found found) throws SQLException {
        touched.begin(connection);
        ParityOfStandings.heal(connection, found.standings());
        try (PreparedStatement touch = connection.prepareStatement("insert into touched_person select unnest(?)")) {
            touch.setArray(1, connection.createArrayOf("uuid", found.differing().toArray()));
            touch.executeUpdate();
        }
        touched.recompute(connection);
        return found.differing().size();
    }

    private static Result kept(Connection connection, Result result) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setTimestamp(1, Timestamp.from(result.asOf()));
            keep.setLong(2, result.persons());
            keep.setLong(3, result.missing());
            keep.setLong(4, result.different());
            keep.setLong(5, result.healed());
            keep.setLong(6, result.sampled());
            keep.setLong(7, result.judgedOtherwise());
            keep.executeUpdate();
            return result;
        }
    }
}
