package org.totalplace.intake.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.FileFacts;
import org.totalplace.intake.reading.FileReading;
import org.totalplace.intake.reading.FileRefused;
import org.totalplace.intake.reading.Limits;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.ReadingOptions;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.intake.reading.Values;
import org.totalplace.intake.reading.matrix.Part;
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
    private final int amountField;
    private final int dateField;
    private final Accounts accounts = new Accounts();

    ReadingDelivery(
            BulkDatabase database, DeliveryBooks books, Receipts receipts, Receiving receiving, Delivery delivery) {
        this.database = database;
        this.books = books;
        this.receipts = receipts;
        this.receiving = receiving;
        this.delivery = delivery;
        this.layout = receiving.layout();
        this.amountField = first(layout, FieldType.AMOUNT);
        this.dateField = first(layout, FieldType.DATE);
    }

    void read() throws Exception {
        Feed feed = delivery.feed();
        ReadingOptions options = new ReadingOptions(
                delivery.period(),
                feed.mapping(),
                feed.mappingByHand(),
                Limits.STANDARD,
                feed.dateOrder(),
                feed.stated());
        try (FileReading reading = FileReading.open(delivery.spooled(), delivery.name(), layout, options);
                RefusedRows refused = new RefusedRows(database, delivery, layout, reading.mapping());
                Posting posting = receiving.begin(delivery)) {
            readRows(reading, posting, refused);
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
                accounts.refuse(row.amount());
                row.problems().forEach(accounts::tell);
                refused.add(row.row(), row.cells(), row.problems());
            }
            case RowOutcome.Blank row -> accounts.blank();
            case RowOutcome.SetAside row -> setAside(row);
        }
    }

    private void accept(RowOutcome.Accepted row, Posting posting, RefusedRows refused) throws Exception {
        Optional<Problem> leftOut = posting.leavesOut(row);
        if (leftOut.isPresent()) {
            accounts.setAside();
            accounts.tell(leftOut.get());
            return;
        }
        Pence amount = amount(row.values());
        Optional<Problem> objection = posting.post(row);
        if (objection.isPresent()) {
            accounts.refuse(amount);
            accounts.tell(objection.get());
            refused.add(row.row(), List.of(), List.of(objection.get()));
            return;
        }
        LocalDate day = dateField < 0 ? null : row.values().date(dateField);
        accounts.accept(amount, day);
        accounts.cover(row.values().parts());
        row.values().notes().forEach(accounts::tell);
    }

    private @Nullable Pence amount(Values values) {
        if (layout.matrices()) {
            return values.parts().stream().map(Part::amount).reduce(Pence.ZERO, Pence::plus);
        }
        return amountField < 0 ? null : values.amount(amountField);
    }

    private void setAside(RowOutcome.SetAside row) {
        if (row.why() == ProblemType.TOTAL_ROW) {
            accounts.setAside();
        }
        String printed = String.join(" ", row.cells()).strip();
        boolean personal = layout.fields().stream().anyMatch(field -> field.personal());
        accounts.tell(new Problem(
                row.why(),
                row.row(),
                null,
                personal ? null : printed,
                row.why() == ProblemType.TOTAL_ROW
                        ? "This row is a total, not a record; it was set aside and not counted."
                        : "This row is a title, not a record; it was set aside."));
    }

    private void conclude(FileReading reading, Posting posting) throws Exception {
        Period period = period();
        Pence usual = database.inTransaction(connection -> books.usualTotal(connection, delivery.feed()));
        Optional<Period> partly = period == null || !receiving.restates()
                ? Optional.empty()
                : database.inTransaction(connection -> books.partlyCovered(connection, delivery, period));
        Verdict verdict = partly.<Verdict>map(earlier -> new Verdict.Refuse(coversInPart(period, earlier)))
                .orElseGet(() -> Verdict.of(delivery, layout, reading.mapping(), accounts, usual));
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
        return accounts.period();
    }

    private static Problem coversInPart(@Nullable Period period, Period earlier) {
        return Problem.ofFile(
                ProblemType.DEVIATED_VALUE,
                "This file covers " + period + ", a part of what an earlier delivery of this feed covers (" + earlier
                        + "). To restate it, send the whole of " + earlier + ".");
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
        database.inTransaction(connection -> {
            books.move(connection, delivery, status);
            books.report(
                    connection, delivery, Reports.read(delivery, facts, mapping, accounts, period), period, accounts);
            return null;
        });
    }

    private static int first(RecordLayout layout, FieldType type) {
        for (int i = 0; i < layout.fields().size(); i++) {
            if (layout.fields().get(i).type() == type) {
                return i;
            }
        }
        return -1;
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
