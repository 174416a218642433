package org.totalplace.journey.contact;

import java.util.Optional;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.Pseudonyms;
import org.totalplace.value.SubjectKey;

/** One contacts delivery on its way into the log. */
final class PostingContacts implements Posting {

    /** More rows than a delivery may have, so that the versions of two deliveries never meet. */
    private static final long VERSIONS_A_DELIVERY = 1L << 24;

    private final Delivery delivery;
    private final RecordLayout layout;
    private final Pseudonyms pseudonyms;
    private final ContactLog.Writing writing;
    private final BulkDatabase database;

    PostingContacts(
            Delivery delivery,
            RecordLayout layout,
            Pseudonyms pseudonyms,
            ContactLog.Writing writing,
            BulkDatabase database) {
        this.delivery = delivery;
        this.layout = layout;
        this.pseudonyms = pseudonyms;
        this.writing = writing;
        this.database = database;
    }

    @Override
    public Optional<Problem> post(RowOutcome.Accepted row) {
        ContactRow contact = ContactRow.read(row.values(), layout);
        Optional<Problem> objection = contact.objection(row.row());
        if (objection.isEmpty()) {
            writing.write(event(contact, row.row()));
        }
        return objection;
    }

    private ContactEvent event(ContactRow contact, long row) {
        var agency = delivery.feed().agency();
        return ContactEvent.newBuilder()
                .setAgency(agency.value())
                .setRecordId(contact.recordId())
                .setVersion(delivery.sequence() * VERSIONS_A_DELIVERY + row)
                .setDeleted(contact.deleted())
                .setSubjects(contact.references().stream()
                        .map(reference -> pseudonyms.subject(agency, reference))
                        .map(SubjectKey::value)
                        .toList())
                .setService(contact.service())
                .setType(contact.type())
                .setStart(contact.start())
                .setEnd(contact.end())
                .setUnits(contact.thousandths())
                .setOutcome(contact.outcome())
                .setDelivery(delivery.id())
                .build();
    }

    /**
     * The log first: should the database then fail, the delivery is read again and its events repeat what they said.
     */
    @Override
    public void publish(Closing closing) throws Exception {
        writing.commit();
        database.inTransaction(closing::record);
    }

    @Override
    public void close() {
        writing.close();
    }
}
