package org.totalplace.journey.contact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topic;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.journey.due.Statements;
import org.totalplace.journey.journey.ContactKinds;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.starter.projection.Projection;
import org.totalplace.value.FinancialYear;

/**
 * Folds contacts into their tables: the highest version of an agency's record is in force, whatever the order of
 * arrival.
 */
@Component
class FoldingContacts implements Projection<ContactEvent> {

    private static final String ARRIVED = """
            create temporary table arrived (
                agency text, record_id text, version bigint, deleted boolean, subjects uuid[], service text, type text,
                started timestamp, ended timestamp, year smallint, units bigint, outcome text, delivery uuid
            ) on commit drop
            """;

    /** Old and new row of every contact that changed; what they had in common is not touched. */
    private static final String FOLD = """
            with written as (
                insert into contact as held (version, started, ended, units, kind, year, deleted, agency, record_id, subjects,
                                             outcome, delivery)
                select a.version, a.started, a.ended, a.units, k.id, a.year, a.deleted, a.agency, a.record_id, a.subjects,
                       a.outcome, a.delivery
                  from arrived a
                  join contact_kind k on k.agency = a.agency and k.service = a.service and k.type = a.type
                 order by a.agency, a.record_id
                    on conflict (agency, record_id) do update
                   set version = excluded.version, started = excluded.started, ended = excluded.ended,
                       units = excluded.units, kind = excluded.kind, year = excluded.year, deleted = excluded.deleted,
                       subjects = excluded.subjects, outcome = excluded.outcome, delivery = excluded.delivery
                 where held.version < excluded.version
                returning new.id, new.kind, new.year, new.subjects,
                          old.kind as former_kind, old.year as former_year, coalesce(old.subjects, '{}') as former_subjects
            ), gone as (
                delete from participant p
                 using written w, unnest(w.former_subjects) former (subject)
                 where p.contact = w.id and p.subject = former.subject and former.subject <> all (w.subjects)
            ), come as (
                insert into participant (subject, contact)
                select present.subject, w.id
                  from written w, unnest(w.subjects) present (subject)
                 where present.subject <> all (w.former_subjects)
            ), touched as (
                insert into touched_subject (subject)
                select unnest(subjects) from written union select unnest(former_subjects) from written
            )
            insert into costing_due (agency, service, year)
            select k.agency, k.service, moved.year
              from (select kind, year from written union select former_kind, former_year from written) moved
              join contact_kind k on k.id = moved.kind
             group by k.agency, k.service, moved.year
            """;

    private final ContactKinds kinds;

    FoldingContacts(ContactKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "journey-contacts";
    }

    @Override
    public Topic<ContactEvent> topic() {
        return Topics.CONTACTS;
    }

    @Override
    public void apply(Connection connection, List<Event<ContactEvent>> batch) throws SQLException {
        Collection<ContactEvent> latest = latest(batch);
        // A batch may be halved: then this runs more than once in a transaction.
        Statements.run(connection, "drop table if exists arrived");
        Statements.run(connection, ARRIVED);
        copy(connection, latest);
        kinds.addArrived(connection);
        Statements.run(connection, FOLD);
    }

    private static Collection<ContactEvent> latest(List<Event<ContactEvent>> batch) {
        Map<Id, ContactEvent> latest = HashMap.newHashMap(batch.size());
        for (Event<ContactEvent> event : batch) {
            ContactEvent contact = event.value();
            if (contact != null) {
                latest.merge(
                        new Id(contact.getAgency(), contact.getRecordId()),
                        contact,
                        (held, come) -> come.getVersion() > held.getVersion() ? come : held);
            }
        }
        return latest.values();
    }

    private static void copy(Connection connection, Collection<ContactEvent> contacts) throws SQLException {
        try (CopyRows rows = new CopyRows(connection, "arrived")) {
            for (ContactEvent contact : contacts) {
                rows.text(contact.getAgency())
                        .text(contact.getRecordId())
                        .number(contact.getVersion())
                        .value(contact.getDeleted())
                        .value(subjects(contact))
                        .text(contact.getService())
                        .text(contact.getType())
                        .value(contact.getStart())
                        .value(contact.getEnd())
                        .number(FinancialYear.of(contact.getStart().toLocalDate())
                                .start())
                        .number(contact.getUnits())
                        .text(contact.getOutcome())
                        .value(contact.getDelivery())
                        .endRow();
            }
            rows.finish();
        }
    }

    /** Nobody takes part in a deleted contact. */
    private static String subjects(ContactEvent contact) {
        StringBuilder array = new StringBuilder("{");
        if (!contact.getDeleted()) {
            for (UUID subject : contact.getSubjects()) {
                array.append(array.length() > 1 ? "," : "").append(subject);
            }
        }
        return array.append('}').toString();
    }

    private record Id(String agency, String recordId) {}
}
