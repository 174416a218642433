package org.totalplace.journey.contact;

import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topics;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.delivery.Receiving;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.log.EventLog;
import org.totalplace.value.Pseudonyms;

/**
 * Takes contacts in, log-first: a delivery is one transaction of the log. A contact is corrected by a newer record
 * with its id.
 */
@Component
class ReceivingContacts implements Receiving {

    private final EventLog log;
    private final Pseudonyms pseudonyms;

    ReceivingContacts(EventLog log, Pseudonyms pseudonyms) {
        this.log = log;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public RecordLayout layout() {
        return Layouts.CONTACTS;
    }

    @Override
    public boolean restates() {
        return false;
    }

    @Override
    public Posting begin(Delivery delivery) throws InterruptedException {
        return log.begin(Topics.CONTACTS, new ContactEvents(delivery, layout(), pseudonyms));
    }
}
