package org.totalplace.journey.identity;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Posting;
import org.totalplace.intake.delivery.Receiving;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.Pseudonyms;

/**
 * Takes the people that agencies tell of: a register, in which a newer record replaces the older one of the same
 * subject.
 */
@Component
class ReceivingPeople implements Receiving {

    private static final ZoneId AGENCIES_TIME = ZoneId.of("Europe/London");

    private final BulkDatabase database;
    private final Pseudonyms pseudonyms;
    private final EncodedCells encodings;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    ReceivingPeople(
            BulkDatabase database,
            Pseudonyms pseudonyms,
            EncodingSchemas schemas,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.encodings = new EncodedCells(schemas);
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public RecordLayout layout() {
        return Layouts.PEOPLE;
    }

    @Override
    public boolean restates() {
        return false;
    }

    @Override
    public Posting begin(Delivery delivery) throws SQLException {
        LocalDateTime read = LocalDateTime.ofInstant(clock.instant(), AGENCIES_TIME);
        return new PostingPeople(database.open(), delivery, pseudonyms, encodings, read, events);
    }

    @Override
    public Sight look(Delivery file) {
        return new Sight() {
            @Override
            public Optional<Problem> objection(RowOutcome.Accepted row) {
                return encodings.objection(row);
            }
        };
    }
}
