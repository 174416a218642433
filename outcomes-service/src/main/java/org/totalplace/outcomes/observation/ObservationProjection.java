package org.totalplace.outcomes.observation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ObservationEvent;
import org.totalplace.outcomes.personview.TouchedSubjects;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.starter.projection.Projection;

/** Folds observations into facts, then has the views of whom they touch recomputed. */
@Component
class ObservationProjection implements Projection<ObservationEvent> {

    private static final String STAGE = """
            create temporary table arrived (
                agency text, record_id text, version bigint, deleted boolean, subject uuid, measure text, value bigint,
                observed_at timestamp, observed_by text, method text, delivery uuid) on commit drop
            """;

    private static final String COLUMNS =
            "agency, record_id, version, deleted, subject, measure, value, observed_at, observed_by, method, delivery";

    private static final String NEWEST = """
            create temporary table newest on commit drop as
            select distinct on (agency, record_id) a.*, exists (
                       select from erased_subject e where e.subject = a.subject and a.version <= e.up_to) as is_erased
            from arrived a
            order by agency, record_id, version desc
            """;

    private static final String MARK_ERASED = """
            insert into erased_record as held (record, version)
            select record_hash(agency, record_id) as record, max(version) from newest where is_erased
            group by record order by record
            on conflict (record) do update set version = excluded.version where held.version < excluded.version
            """;

    /** A record that is of somebody erased now: what it said of another before is no more. */
    private static final String LEAVE = """
            with gone as (
                delete from observation o using newest n
                where n.is_erased and o.agency = n.agency and o.record_id = n.record_id and o.version < n.version
                returning o.subject
            )
            insert into touched_subject select subject from gone
            """;

    /** Whoever held the observation before it was corrected is touched too. */
    private static final String FOLD = """
            with kept as (
                select n.* from newest n
                left join erased_record e on e.record = record_hash(n.agency, n.record_id) and n.version <= e.version
                where not n.is_erased and e.record is null
            ), before as (
                select o.agency, o.record_id, o.subject from observation o join kept n using (agency, record_id)
                where o.version < n.version
            ), folded as (
                insert into observation (%1$s) select %1$s from kept order by agency, record_id
                on conflict (agency, record_id) do update set
                    version = excluded.version, deleted = excluded.deleted, subject = excluded.subject,
                    measure = excluded.measure, value = excluded.value, observed_at = excluded.observed_at,
                    observed_by = excluded.observed_by, method = excluded.method, delivery = excluded.delivery
                where observation.version < excluded.version
                returning agency, record_id, subject
            )
            insert into touched_subject
            select subject from folded union select before.subject from before join folded using (agency, record_id)
            """.formatted(COLUMNS);

    private final TouchedSubjects touched;

    ObservationProjection(TouchedSubjects touched) {
        this.touched = touched;
    }

    @Override
    public String name() {
        return "outcomes-observations";
    }

    @Override
    public Topic<ObservationEvent> topic() {
        return Topics.OBSERVATIONS;
    }

    @Override
    public void apply(Connection connection, List<Event<ObservationEvent>> batch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            stage(connection, batch);
            touched.begin(connection);
            statement.execute(NEWEST);
            if (statement.executeUpdate(MARK_ERASED) > 0) {
                statement.executeUpdate(LEAVE);
            }
            statement.executeUpdate(FOLD);
            statement.execute("drop table arrived, newest");
        }
        touched.recompute(connection);
    }

    private static void stage(Connection connection, List<Event<ObservationEvent>> batch) throws SQLException {
        try (CopyRows rows = new CopyRows(connection, "arrived (" + COLUMNS + ")")) {
            for (var record : batch) {
                ObservationEvent event = record.value();
                if (event == null) {
                    continue;
                }
                rows.text(event.getAgency())
                        .text(event.getRecordId())
                        .number(event.getVersion())
                        .value(event.getDeleted())
                        .value(event.getSubject())
                        .text(event.getMeasure())
                        .number(event.getValue())
                        .value(Objects.requireNonNull(event.getObservedAt()))
                        .text(event.getObservedBy())
                        .text(event.getMethod())
                        .value(event.getDelivery())
                        .endRow();
            }
            rows.finish();
        }
    }
}
