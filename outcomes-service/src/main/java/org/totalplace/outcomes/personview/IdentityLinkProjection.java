package org.totalplace.outcomes.personview;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.IdentityLink;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.starter.projection.Projection;
import org.totalplace.value.SubjectKey;

/** Folds which subject is which person; the person that a subject leaves and the one that it joins are both touched. */
@Component
class IdentityLinkProjection implements Projection<IdentityLink> {

    private static final String STAGE = """
            create temporary table arrived (
                place bigint, subject uuid, agency text, person uuid, version bigint, needs_attention boolean) on commit drop
            """;

    private static final String LEFT =
            "insert into touched_person select person from subject_person where subject in (select "
                    + "subject from arrived)";

    /**
     * A subject that is gone is erased: what was observed of it goes, and neither what the log still holds of it nor
     * what is delivered of it later is taken.
     */
    private static final String MARK_ERASED = """
            insert into erased_subject (subject, up_to) select subject, 9223372036854775807 from erased_now
            on conflict (subject) do update set up_to = excluded.up_to
            """;

    /** A subject that comes back begins anew with the deliveries that come from now on. */
    private static final String RETURNED = """
            update erased_subject e set up_to = ((coalesce((select max(sequence) from delivery), 0) + 1) << 24) - 1
            from (select distinct on (subject) * from arrived order by subject, place desc) newest
            where newest.subject = e.subject and newest.person is not null and e.up_to = 9223372036854775807
            """;

    private static final List<String> ERASE = List.of(
            """
            insert into erased_record as held (record, version)
            select record_hash(agency, record_id) as record, max(version) from observation
            where subject in (select subject from erased_now)
            group by 1
            on conflict (record) do update set version = excluded.version where held.version < excluded.version
            """,
            "delete from observation where subject in (select subject from erased_now)",
            "delete from goal where subject in (select subject from erased_now)",
            "delete from claim where subject in (select subject from erased_now)",
            "delete from claim_earlier where subject in (select subject from erased_now)",
            "delete from need_flag where subject in (select subject from erased_now)",
            "delete from contest where subject in (select subject from erased_now)"
                    + " or told_by in (select subject from erased_now)");

    private static final String ERASED_NOW = """
            create temporary table erased_now on commit drop as
            select subject from (select distinct on (subject) * from arrived order by subject, place desc) newest
            where person is null
            """;

    private static final String REMOVE = """
            delete from subject_person where subject in (
                select subject from (select distinct on (subject) * from arrived order by subject, place desc) newest
                where person is null)
            """;

    private static final String FOLD = """
            insert into subject_person (subject, agency, person, version, needs_attention)
            select subject, agency, person, version, needs_attention
            from (select distinct on (subject) * from arrived order by subject, place desc) newest
            where person is not null
            on conflict (subject) do update set
                person = excluded.person, version = excluded.version, needs_attention = excluded.needs_attention
            where subject_person.version < excluded.version
            """;

    private static final String JOINED =
            "insert into touched_person select person from arrived where person is not null";

    private final TouchedSubjects touched;

    IdentityLinkProjection(TouchedSubjects touched) {
        this.touched = touched;
    }

    @Override
    public String name() {
        return "outcomes-identity-links";
    }

    @Override
    public Topic<IdentityLink> topic() {
        return Topics.IDENTITY_LINKS;
    }

    @Override
    public void apply(Connection connection, List<Event<IdentityLink>> batch) throws SQLException {
        touched.beginToLink(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            stage(connection, batch);
            statement.executeUpdate(LEFT);
            statement.executeUpdate(REMOVE);
            if (batch.stream().anyMatch(record -> record.value() == null)) {
                erase(statement);
            }
            statement.executeUpdate(FOLD);
            statement.executeUpdate(RETURNED);
            statement.executeUpdate(JOINED);
            statement.execute("drop table arrived");
        }
        touched.recompute(connection);
    }

    private static void erase(Statement statement) throws SQLException {
        statement.execute(ERASED_NOW);
        statement.executeUpdate(MARK_ERASED);
        for (String part : ERASE) {
            statement.executeUpdate(part);
        }
        statement.execute("drop table erased_now");
    }

    private static void stage(Connection connection, List<Event<IdentityLink>> batch) throws SQLException {
        try (CopyRows rows =
                new CopyRows(connection, "arrived (place, subject, agency, person, version, needs_attention)")) {
            long place = 0;
            for (var record : batch) {
                IdentityLink link = record.value();
                rows.number(place++).value(SubjectKey.of(record.key()));
                if (link == null) {
                    rows.text(null).value(null).value(null).value(null).endRow();
                } else {
                    rows.text(link.getAgency())
                            .value(link.getPerson())
                            .number(link.getVersion())
                            .value(link.getNeedsAttention())
                            .endRow();
                }
            }
            rows.finish();
        }
    }
}
