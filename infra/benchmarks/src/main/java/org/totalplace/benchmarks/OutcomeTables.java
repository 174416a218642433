package org.totalplace.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.totalplace.contracts.event.ObservationEvent;
import org.totalplace.local.postgres.Database;

/** Looks into the tables of outcomes-service, and does by single records what it does by batches. */
final class OutcomeTables implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String READ =
            "select coalesce(sum(next_offset), 0) from projection_offset where projection = ?";

    private static final String UPSERT = """
            insert into observation (agency, record_id, version, deleted, subject, measure, value, observed_at, delivery)
            values (?, ?, ?, false, ?, ?, ?, ?, ?)
            on conflict (agency, record_id) do update set version = excluded.version, value = excluded.value,
                subject = excluded.subject, observed_at = excluded.observed_at
            where observation.version < excluded.version
            """;

    private static final String LOCK = """
            update person_view set version = version + 1, changed_at = now()
            where person = (select person from subject_person where subject = ?)
            """;

    private static final String RECOMPUTE = """
            insert into person_measure (person, measure, series, baseline, baseline_on, latest, latest_on, observations,
                                        agencies, status)
            select f.*, outcome_status(m, f.observations, f.baseline, f.baseline_on, f.latest, f.latest_on)
            from (
                select mine.person, o.measure, 1 as series,
                       (array_agg(o.value order by o.observed_at, o.agency, o.record_id))[1] as baseline,
                       min(o.observed_at)::date as baseline_on,
                       (array_agg(o.value order by o.observed_at desc, o.agency desc, o.record_id desc))[1] as latest,
                       max(o.observed_at)::date as latest_on, count(*) as observations,
                       array_agg(distinct o.agency) as agencies
                from subject_person mine join subject_person s using (person) join observation o on o.subject = s.subject
                where mine.subject = ? and not o.deleted
                group by mine.person, o.measure
            ) f join measure_series m on m.code = f.measure and m.series = f.series
            on conflict (person, measure, series) do update set
                baseline = excluded.baseline, baseline_on = excluded.baseline_on, latest = excluded.latest,
                latest_on = excluded.latest_on, observations = excluded.observations, agencies = excluded.agencies,
                status = excluded.status
            """;

    private static final String SEEN = "select record_id from observation where agency = ? and record_id = any(?)";

    private final Connection connection;

    OutcomeTables(Database database) throws SQLException {
        this.connection = DriverManager.getConnection(database.jdbcUrl(), database.ownerRole(), database.password());
    }

    /** Waits until the projection has read so many records. */
    void awaitRead(String projection, long records) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setString(1, projection);
            while (System.nanoTime() < until) {
                if (number(select) >= records) {
                    return;
                }
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException(projection + " has not read " + records + " records within " + PATIENCE);
    }

    /** Waits until everything that follows from what was read has been told. */
    void awaitTold() throws Exception {
        try (PreparedStatement waiting = connection.prepareStatement("select count(*) from outbox")) {
            while (number(waiting) > 0) {
                Thread.sleep(50);
            }
        }
    }

    /** Has every projection wait before it writes. */
    void hold() throws SQLException {
        execute("select pg_advisory_lock(hashtext('identity links'))");
    }

    void release() throws SQLException {
        execute("select pg_advisory_unlock(hashtext('identity links'))");
    }

    void analyze() throws SQLException {
        execute("analyze");
    }

    /** Those of the records that are in the views by now. */
    Set<String> seen(Collection<String> records) throws SQLException {
        Set<String> seen = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(SEEN)) {
            select.setString(1, MadeOutcomes.AGENCY);
            select.setArray(2, connection.createArrayOf("text", records.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    seen.add(rows.getString(1));
                }
            }
        }
        return seen;
    }

    /** Waits until the subject is the person's; the views change in the same transaction. */
    void awaitPerson(int subject, int person) throws Exception {
        String asked = "select count(*) from subject_person where subject = ? and person = ?";
        try (PreparedStatement select = connection.prepareStatement(asked)) {
            select.setObject(1, MadeOutcomes.subject(subject));
            select.setObject(2, MadeOutcomes.person(person));
            while (number(select) == 0) {
                Thread.sleep(2);
            }
        }
    }

    /** Records a second, each in a transaction with the view that it changes, for so long. */
    double oneByOne(MadeOutcomes made, Duration time) throws SQLException {
        connection.setAutoCommit(false);
        long begun = System.nanoTime();
        int done = 0;
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT);
                PreparedStatement lock = connection.prepareStatement(LOCK);
                PreparedStatement recompute = connection.prepareStatement(RECOMPUTE)) {
            while (System.nanoTime() - begun < time.toNanos()) {
                ObservationEvent event = made.observation("one" + done++);
                bind(upsert, event);
                upsert.executeUpdate();
                lock.setObject(1, event.getSubject());
                lock.executeUpdate();
                recompute.setObject(1, event.getSubject());
                recompute.executeUpdate();
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
        return done * 1e9 / (System.nanoTime() - begun);
    }

    private static void bind(PreparedStatement upsert, ObservationEvent event) throws SQLException {
        upsert.setString(1, event.getAgency());
        upsert.setString(2, event.getRecordId());
        upsert.setLong(3, event.getVersion());
        upsert.setObject(4, event.getSubject());
        upsert.setString(5, event.getMeasure());
        upsert.setLong(6, event.getValue());
        upsert.setObject(7, event.getObservedAt());
        upsert.setObject(8, event.getDelivery());
    }

    private static long number(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
