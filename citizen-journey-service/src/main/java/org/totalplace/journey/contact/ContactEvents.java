package org.totalplace.journey.contact;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.log.EventLog;
import org.totalplace.intake.log.EventRows;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.value.Pseudonyms;
import org.totalplace.value.SubjectKey;

/** Makes a contact of a row, or says why it cannot be one. */
final class ContactEvents implements EventRows<ContactEvent> {

    private final Delivery delivery;
    private final RecordLayout layout;
    private final Pseudonyms pseudonyms;

    ContactEvents(Delivery delivery, RecordLayout layout, Pseudonyms pseudonyms) {
        this.delivery = delivery;
        this.layout = layout;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public Optional<Problem> read(RowOutcome.Accepted row, BiConsumer<byte[], ContactEvent> events) {
        ContactRow contact = ContactRow.read(row.values(), layout);
        Optional<Problem> objection = contact.objection(row.row());
        if (objection.isEmpty()) {
            ContactEvent event = event(contact, row.row());
            events.accept(new SubjectKey(event.getSubjects().getFirst()).bytes(), event);
        }
        return objection;
    }

    private ContactEvent event(ContactRow contact, long row) {
        var agency = delivery.feed().agency();
        return ContactEvent.newBuilder()
                .setAgency(agency.value())
                .setRecordId(contact.recordId())
                .setVersion(EventLog.version(delivery, row))
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
}
