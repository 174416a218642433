package org.totalplace.outcomes.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;

/** The registry: every measure with its definitions, the newest in force. */
@Component
public class Measures {

    private static final String OBSERVED =
            "select exists (select from observation where measure = ? and observed_at >= ? and not deleted)";

    private final BulkDatabase database;
    private final ObjectProvider<Redefined> concerned;
    private final InstantSource clock;

    Measures(BulkDatabase database, ObjectProvider<Redefined> concerned, InstantSource clock) {
        this.database = database;
        this.concerned = concerned;
        this.clock = clock;
    }

    /** What a definition became. */
    sealed interface Defined {

        /** In force now. */
        record InForce(Measure measure) implements Defined {}

        /** The definition in force begins after the day from which this one should count. */
        record TooEarly(LocalDate since) implements Defined {}
    }

    /** All definitions, by code and series. Blocks. */
    public List<Measure> all() throws Exception {
        return database.inTransaction(MeasureTable::all);
    }

    /** The definitions of each code, in the order of their series. Blocks. */
    public Map<String, List<Measure>> byCode() throws Exception {
        return all().stream().collect(Collectors.groupingBy(Measure::code));
    }

    /** Has views computed with definitions that stay as they are until the transaction ends. */
    public static void hold(Connection connection) throws SQLException {
        turn(connection, "select pg_advisory_xact_lock_shared(hashtext('measure definitions'))");
    }

    /**
     * Puts a definition in force from the day on. As long as nothing was observed under the present one it is only
     * corrected; else another meaning starts a new series. Blocks.
     *
     * @param from the first day of the new series, if it starts one; null for today
     */
    Defined define(Measure given, @Nullable LocalDate from) throws Exception {
        return database.inTransaction(connection -> {
            turn(connection, "select pg_advisory_xact_lock(hashtext('measure definitions'))");
            List<Measure> before = MeasureTable.of(connection, given.code());
            if (before.isEmpty()) {
                return inForce(connection, given.as(1, Measure.EVER), false);
            }
            Measure present = before.getLast();
            if (given.means(present)) {
                return inForce(connection, given.as(present.series(), present.since()), false);
            }
            if (!observed(connection, present)) {
                boolean ofGoals = given.code().equals(Measure.OWN_GOAL);
                return inForce(connection, given.as(present.series(), present.since()), ofGoals);
            }
            LocalDate begins = from == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : from;
            if (begins.isBefore(present.since())) {
                return new Defined.TooEarly(present.since());
            }
            boolean sameDay = begins.equals(present.since());
            MeasureTable.end(connection, present, begins);
            return inForce(connection, given.as(present.series() + (sameDay ? 0 : 1), begins), true);
        });
    }

    private Defined inForce(Connection connection, Measure measure, boolean otherMeaning) throws Exception {
        MeasureTable.save(connection, measure);
        if (otherMeaning) {
            for (Redefined one : concerned) {
                one.redefined(connection, measure.code(), measure.since());
            }
        }
        return new Defined.InForce(measure);
    }

    private static boolean observed(Connection connection, Measure present) throws SQLException {
        try (PreparedStatement observed = connection.prepareStatement(OBSERVED)) {
            observed.setString(1, present.code());
            observed.setObject(2, present.since());
            try (var row = observed.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void turn(Connection connection, String lock) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(lock);
        }
    }
}
