package org.totalplace.journey.pathway;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.journey.journey.TimedRules;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contacts of a person over all its subjects, read from the tables. */
@Component
class ContactsOfPersons {

    private static final String CONTACTS = """
            with party as (
                select s.person as who, c.id as contact, c.kind, c.started, c.ended,
                       sum(share_of(r.rule, c.units, c.subjects, array_position(c.subjects, s.subject)))::bigint as weight
                  from person_subject s
                  join participant p on p.subject = s.subject
                  join contact c on c.id = p.contact
                  join split_of_kind r on r.kind = c.kind
                 where s.person = :person
                 group by s.person, c.id
            ),
            """ + TimedRules.CAUGHT_OF_WHOLE_PERSONS + """
            select c.agency, c.record_id, k.service, coalesce(a.name, t.service_name) as service_name, k.type, c.started,
                   c.ended, c.units, cardinality(c.subjects) as participants, c.outcome,
                   case when d.contact is null then g.map else d.map end as map,
                   case when d.contact is null then g.stage else d.stage end as stage, c.kind,
                   c.year::integer as year, m.weight, pc.weight as costed_weight,
                   coalesce(pc.pence, pc.reference) as pence, pc.pence is null as by_reference
              from party m
              join contact c on c.id = m.contact
              join contact_kind k on k.id = c.kind
              left join stage_of_kind g on g.kind = c.kind
              left join timed d on d.contact = m.contact
              left join person_cost pc on pc.person = :person and pc.kind = c.kind and pc.year = c.year
              left join service_activity a on a.agency = k.agency and a.service = k.service and a.year = c.year
              left join service_total t
                on t.agency = k.agency and t.service = k.service and t.year = c.year and t.phase = 'payment'
             order by c.started, c.agency, c.record_id
            """;

    private final DatabaseClient database;

    ContactsOfPersons(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> isKnown(PersonId person) {
        return database.sql("select exists (select from person_subject where person = :person) as known")
                .bind("person", person.value())
                .map(row -> Boolean.TRUE.equals(row.get("known", Boolean.class)))
                .one();
    }

    /** In the order of their start. */
    Flux<PersonContact> of(PersonId person) {
        return database.sql(CONTACTS)
                .bind("person", person.value())
                .map(ContactsOfPersons::contact)
                .all();
    }

    private static PersonContact contact(Readable row) {
        Long pence = row.get("pence", Long.class);
        return new PersonContact(
                text(row, "agency"),
                text(row, "record_id"),
                text(row, "service"),
                row.get("service_name", String.class),
                text(row, "type"),
                Objects.requireNonNull(row.get("started", LocalDateTime.class)),
                row.get("ended", LocalDateTime.class),
                units(Objects.requireNonNull(row.get("units", Long.class))),
                Objects.requireNonNull(row.get("participants", Integer.class)),
                row.get("outcome", String.class),
                row.get("map", String.class),
                row.get("stage", String.class),
                null,
                null,
                new PersonContact.CostLine(
                        Objects.requireNonNull(row.get("kind", Integer.class)),
                        new FinancialYear(Objects.requireNonNull(row.get("year", Integer.class))),
                        row.get("costed_weight", Long.class),
                        pence == null ? null : new Pence(pence),
                        Boolean.TRUE.equals(row.get("by_reference", Boolean.class)) ? "reference" : "local"),
                Objects.requireNonNull(row.get("weight", Long.class)));
    }

    private static BigDecimal units(long thousandths) {
        BigDecimal units = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
