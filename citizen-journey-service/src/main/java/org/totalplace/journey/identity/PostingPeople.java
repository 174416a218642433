package org.totalplace.journey.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.intake.reading.Values;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pseudonyms;

/**
 * One delivery of people: rows into a temporary table, then one statement that keeps the newest record of every
 * subject.
 */
final class PostingPeople implements Posting {

    private static final RecordLayout LAYOUT = Layouts.PEOPLE;
    private static final int REFERENCE = LAYOUT.indexOf("reference");
    private static final int GIVEN_NAME = LAYOUT.indexOf("givenName");
    private static final int FAMILY_NAME = LAYOUT.indexOf("familyName");
    private static final int DATE_OF_BIRTH = LAYOUT.indexOf("dateOfBirth");
    private static final int SEX = LAYOUT.indexOf("sex");
    private static final int POSTCODE = LAYOUT.indexOf("postcode");
    private static final int ADDRESS = LAYOUT.indexOf("address");
    private static final int NHS_NUMBER = LAYOUT.indexOf("nhsNumber");
    private static final int UPRN = LAYOUT.indexOf("uprn");
    private static final int UPDATED_AT = LAYOUT.indexOf("updatedAt");

    private static final String ARRIVING = """
            create temporary table arriving_record (
                subject uuid, given_name text, family_name text, date_of_birth date, sex text, postcode text,
                address text, nhs_number text, uprn text, updated_at timestamp, encoding_schema text, encoding text, row bigint
            ) on commit drop
            """;

    /** Whom a record describes in another way is told of anew; linking tells of those who are new. */
    private static final String KEEP_THE_NEWEST = """
            with newest as (
                select distinct on (subject) *
                  from arriving_record a
                 where not exists (select from erased_subject e where e.subject = a.subject)
                 order by subject, updated_at desc, row desc
            ), kept as (
                insert into identity_record as known
                       (subject, agency, given_name, family_name, date_of_birth, sex, postcode, address,
                        nhs_number, uprn, updated_at, encoding_schema, encoding, delivery, row)
                select subject, ?, given_name, family_name, date_of_birth, sex, postcode, address,
                       nhs_number, uprn, updated_at, encoding_schema, encoding, ?, row
                  from newest
                    on conflict (subject) do update
                   set given_name = excluded.given_name, family_name = excluded.family_name,
                       date_of_birth = excluded.date_of_birth, sex = excluded.sex, postcode = excluded.postcode,
                       address = excluded.address, nhs_number = excluded.nhs_number, uprn = excluded.uprn,
                       updated_at = excluded.updated_at, encoding_schema = excluded.encoding_schema,
                       encoding = excluded.encoding, delivery = excluded.delivery, row = excluded.row,
                       changed_by = pg_current_xact_id()
                 where (excluded.updated_at, excluded.delivery, excluded.row)
                     > (known.updated_at, known.delivery, known.row)
             returning new.subject,
                       old.subject is null
                       or (old.given_name, old.family_name, old.date_of_birth, old.sex, old.postcode,
                           old.address, old.nhs_number, old.uprn, old.encoding_schema, old.encoding)
                          is distinct from
                          (new.given_name, new.family_name, new.date_of_birth, new.sex, new.postcode,
                           new.address, new.nhs_number, new.uprn, new.encoding_schema, new.encoding) as differs,
                       old.subject is not null
                       and (old.date_of_birth, old.sex, old.postcode)
                           is distinct from (new.date_of_birth, new.sex, new.postcode) as describes
            ), told as (
                insert into touched_subject (subject) select subject from kept where describes
            )
            insert into linking_due (subject)
            select subject from kept where differs
                on conflict (subject) do update set stamp = excluded.stamp, placed = false
            """;

    private final Connection connection;
    private final Delivery delivery;
    private final Pseudonyms pseudonyms;
    private final EncodedCells encodings;
    private final LocalDateTime read;
    private final ApplicationEventPublisher events;
    private final CopyRows rows;

    PostingPeople(
            Connection connection,
            Delivery delivery,
            Pseudonyms pseudonyms,
            EncodedCells encodings,
            LocalDateTime read,
            ApplicationEventPublisher events)
            throws SQLException {
        this.connection = connection;
        this.delivery = delivery;
        this.pseudonyms = pseudonyms;
        this.encodings = encodings;
        this.read = read;
        this.events = events;
        this.rows = arriving(connection);
    }

    private static CopyRows arriving(Connection connection) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute(ARRIVING);
            return new CopyRows(connection, "arriving_record");
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    @Override
    public Optional<Problem> post(RowOutcome.Accepted row) throws SQLException {
        Optional<Problem> objection = encodings.objection(row);
        if (objection.isPresent()) {
            return objection;
        }
        Values values = row.values();
        AgencyCode agency = delivery.feed().agency();
        String reference =
                Objects.requireNonNull(values.text(REFERENCE), "The reader refuses rows without a reference");
        LocalDateTime updatedAt = values.time(UPDATED_AT);
        LocalDate dateOfBirth = values.date(DATE_OF_BIRTH);
        rows.value(pseudonyms.subject(agency, reference))
                .text(values.text(GIVEN_NAME))
                .text(values.text(FAMILY_NAME))
                .value(dateOfBirth)
                .text(values.text(SEX))
                .text(values.text(POSTCODE))
                .text(values.text(ADDRESS))
                .text(values.text(NHS_NUMBER))
                .text(values.text(UPRN))
                .value(updatedAt == null ? read : updatedAt)
                .text(values.text(EncodedCells.SCHEMA))
                .text(values.text(EncodedCells.ENCODING))
                .number(row.row())
                .endRow();
        return Optional.empty();
    }

    @Override
    public void publish(Closing closing) throws SQLException {
        rows.finish();
        try (var keep = connection.prepareStatement(KEEP_THE_NEWEST)) {
            keep.setString(1, delivery.feed().agency().value());
            keep.setLong(2, delivery.sequence());
            keep.executeUpdate();
        }
        closing.record(connection);
        connection.commit();
        events.publishEvent(new RecordsChanged());
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            rows.close();
            connection.rollback();
        }
    }
}
