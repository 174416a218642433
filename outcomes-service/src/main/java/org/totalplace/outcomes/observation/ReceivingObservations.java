package org.totalplace.outcomes.observation;

import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topics;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.delivery.Receiving;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.log.EventLog;
import org.totalplace.outcomes.measure.Measures;
import org.totalplace.value.Pseudonyms;

/** Takes deliveries of outcomes: checked against the registry, pseudonymised, into the log. */
@Component
class ReceivingObservations implements Receiving {

    private final EventLog log;
    private final Measures measures;
    private final Pseudonyms pseudonyms;
    private final TakenEvents taken;

    ReceivingObservations(EventLog log, Measures measures, Pseudonyms pseudonyms, TakenEvents taken) {
        this.log = log;
        this.measures = measures;
        this.pseudonyms = pseudonyms;
        this.taken = taken;
    }

    @Override
    public RecordLayout layout() {
        return Layouts.OUTCOMES;
    }

    @Override
    public boolean restates() {
        return false;
    }

    @Override
    public Posting begin(Delivery delivery) throws Exception {
        return log.begin(
                Topics.OBSERVATIONS,
                new ObservationRows(delivery, measures.byCode(), pseudonyms),
                connection -> taken.take(connection, delivery.id()));
    }
}
