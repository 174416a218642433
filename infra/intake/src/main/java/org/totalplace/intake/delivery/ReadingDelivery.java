package org.totalplace.intake.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.FileFacts;
import org.totalplace.intake.reading.FileReading;
import org.totalplace.intake.reading.FileRefused;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.Pence;

/** Reads one delivery from its first byte to its end: published, refused, or waiting for a word of its agency. */
final class ReadingDelivery {

    private final BulkDatabase database;
    private final DeliveryBooks books;
    private final Receipts receipts;
    private final Receiving receiving;
    private final Delivery delivery;
    private final RecordLayout layout;
    private final Accounts accounts = new Accounts();
    private final Tally tally;

    ReadingDelivery(
            BulkDatabase database, DeliveryBooks books, Receipts receipts, Receiving receiving, Delivery delivery) {
        this.database = database;
        this.books = books;
        this.receipts = receipts;
        this.receiving = receiving;
        this.delivery = delivery;
        this.layout = receiving.layout();
        this.tally = new Tally(layout, accounts);
    }

    void read() throws Exception {
        try (FileReading reading = FileReading.open(delivery.spooled(), delivery.name(), layout, delivery.options());
                RefusedRows refused = new RefusedRows(database, delivery, layout, reading.mapping());
                Posting posting = receiving.begin(delivery)) {
            readRows(reading, posting, refused);
            accounts.payees(posting.payees());
            refused.keep();
            conclude(reading, posting);
        } catch (FileRefused unreadable) {
            accounts.tell(unreadable.problem());
            end(DeliveryStatus.REFUSED, null, null, null);
        }
    }

    private void readRows(FileReading reading, Posting posting, RefusedRows refused) throws Exception {
        try {
            reading.forEach(outcome -> {
                try {
                    take(outcome, posting, refused);
                } catch (Exception failure) {
                    throw new PostingFailed(failure);
                }
            });
        } catch (PostingFailed failed) {
            throw failed.reason;
        }
        reading.fileProblems().forEach(accounts::tell);
        tally.tellOfMissing(reading.mapping());
        boolean nilIsTold = accounts.problems().containsKey(ProblemType.NIL_RETURN)
                || !reading.doubts().isEmpty();
        if (accounts.read() == accounts.blankRows() && !nilIsTold) {
            accounts.tell(Problem.ofFile(ProblemType.NIL_RETURN, "The file has no records: taken as a nil return."));
        }
    }

    private void take(RowOutcome outcome, Posting posting, RefusedRows refused) throws Exception {
        switch (outcome) {
            case RowOutcome.Accepted row -> accept(row, posting, refused);
            case RowOutcome.Refused row -> {
                tally.refuse(row);
                refused.add(row.row(), row.cells(), row.problems());
            }
            case RowOutcome.Blank row -> accounts.blank();
            case RowOutcome.SetAside row -> tally.setAside(row);
        }
    }

    private void accept(RowOutcome.Accepted row, Posting posting, RefusedRows refused) throws Exception {
        Optional<Problem> leftOut = posting.leavesOut(row);
        if (leftOut.isPresent()) {
            tally.leaveOut(leftOut.get());
            return;
        }
        Optional<Problem> objection = posting.post(row);
        if (objection.isPresent()) {
            tally.refuse(row, objection.get());
            refused.add(row.row(), row.values().cells(), List.of(objection.get()));
        } else {
            tally.accept(row);
        }
    }

    private void conclude(FileReading reading, Posting posting) throws Exception {
        Period period = period();
        tellOfPeriod();
        Pence usual = database.inTransaction(connection -> books.usualTotal(connection, delivery.feed()));
        List<Earlier> touched = period == null || !receiving.restates()
                ? List.of()
                : database.inTransaction(connection -> books.overlapped(connection, delivery, period));
        Verdict verdict = verdict(reading, period, touched, usual);
        switch (verdict.unlessDoubted(delivery, reading.doubts())) {
            case Verdict.Publish() -> {
                posting.noticed().forEach(accounts::tell);
                posting.publish(connection -> record(connection, reading, period));
            }
            case Verdict.Refuse(Problem why) -> {
                accounts.tell(why);
                end(DeliveryStatus.REFUSED, reading.facts(), reading.mapping(), period);
            }
            case Verdict.AskFirst(List<Problem> why) -> {
                why.forEach(accounts::tell);
                end(DeliveryStatus.NEEDS_CONFIRMATION, reading.facts(), reading.mapping(), period);
            }
        }
    }

    private @Nullable Period period() {
        if (layout.matrices()) {
            return accounts.years() == null ? delivery.period() : accounts.years();
        }
        if (delivery.period() != null || !receiving.restates()) {
            return delivery.period();
        }
        return accounts.period(delivery.name());
    }

    private Verdict verdict(
            FileReading reading, @Nullable Period period, List<Earlier> touched, @Nullable Pence usual) {
        if (period == null) {
            return Verdict.of(delivery, layout, reading.mapping(), accounts, usual, List.of());
        }
        Optional<Problem> objection = Earlier.objection(touched, period);
        if (objection.isPresent()) {
            return new Verdict.Refuse(objection.get());
        }
        List<Problem> doubts = Earlier.doubts(touched, period, delivery.period() != null, accounts);
        return Verdict.of(delivery, layout, reading.mapping(), accounts, usual, doubts);
    }

    /** Says where the rows are dated otherwise than the sender's period has it. */
    private void tellOfPeriod() {
        Period said = delivery.period();
        Period found = accounts.period();
        if (said == null || found == null || !receiving.restates()) {
            return;
        }
        if (found.from().isBefore(said.from()) || found.to().isAfter(said.to())) {
            accounts.tell(Problem.ofFile(
                    ProblemType.DEVIATED_VALUE,
                    "You sent this file for " + said + ", and its rows are dated in " + found
                            + ". They count by their own dates; if the period is wrong, withdraw the file and send it "
                            + "with the right one."));
        }
    }

    private List<UUID> record(Connection connection, FileReading reading, @Nullable Period period) throws SQLException {
        books.lockFeed(connection, delivery.feed());
        if (!books.move(connection, delivery, DeliveryStatus.PUBLISHED)) {
            throw new IllegalStateException("The delivery " + delivery.id() + " was ended by somebody else");
        }
        Instant now = books.now();
        Map<String, Object> report = Reports.read(delivery, reading.facts(), reading.mapping(), accounts, period);
        report.put("receipt", receipts.sign(delivery, accounts, now));
        books.report(connection, delivery, report, period, accounts);
        if (!reading.mapping().columns().isEmpty()) {
            books.remember(connection, delivery.feed(), reading.remembered());
        }
        return period == null || !receiving.restates() ? List.of() : books.supersede(connection, delivery, period);
    }

    private void end(
            DeliveryStatus status, @Nullable FileFacts facts, @Nullable Mapping mapping, @Nullable Period period)
            throws Exception {
        // While it waits the books hold what the sender said: the same bytes may come again with another period.
        Period kept = status == DeliveryStatus.NEEDS_CONFIRMATION ? delivery.period() : period;
        database.inTransaction(connection -> {
            books.move(connection, delivery, status);
            books.report(
                    connection, delivery, Reports.read(delivery, facts, mapping, accounts, period), kept, accounts);
            return null;
        });
    }

    /** Carries a posting's own failure through the reader's loop. */
    private static final class PostingFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Exception reason;

        PostingFailed(Exception reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
