package org.totalplace.outcomes.observation;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.event.ObservationEvent;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.log.EventLog;
import org.totalplace.intake.log.EventRows;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.intake.reading.Values;
import org.totalplace.outcomes.measure.Measure;
import org.totalplace.value.Pseudonyms;
import org.totalplace.value.SubjectKey;

/** Makes an observation of a row, or says why it cannot be one. */
final class ObservationRows implements EventRows<ObservationEvent> {

    private static final int RECORD_ID = Layouts.OUTCOMES.indexOf("recordId");
    private static final int REFERENCE = Layouts.OUTCOMES.indexOf("reference");
    private static final int MEASURE = Layouts.OUTCOMES.indexOf("measure");
    private static final int VALUE = Layouts.OUTCOMES.indexOf("value");
    private static final int OBSERVED_AT = Layouts.OUTCOMES.indexOf("observedAt");
    private static final int OBSERVED_BY = Layouts.OUTCOMES.indexOf("observedBy");
    private static final int METHOD = Layouts.OUTCOMES.indexOf("method");

    private static final int DELETED = Layouts.OUTCOMES.indexOf("deleted");

    /** What agencies write of a record that they take back. */
    private static final Set<String> DELETIONS = Set.of("true", "yes", "y", "1", "deleted", "withdrawn");

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final Delivery delivery;
    private final Map<String, List<Measure>> registry;
    private final Pseudonyms pseudonyms;

    ObservationRows(Delivery delivery, Map<String, List<Measure>> registry, Pseudonyms pseudonyms) {
        this.delivery = delivery;
        this.registry = registry;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public Optional<Problem> read(RowOutcome.Accepted row, BiConsumer<byte[], ObservationEvent> events) {
        Values values = row.values();
        if (isDeletion(values)) {
            SubjectKey subject = pseudonyms.subject(delivery.feed().agency(), needed(values.text(REFERENCE)));
            events.accept(subject.bytes(), deletion(row, subject));
            return Optional.empty();
        }
        String code = needed(values.text(MEASURE));
        LocalDateTime observedAt = Objects.requireNonNull(values.time(OBSERVED_AT));
        Optional<Measure> measure = Measure.on(observedAt.toLocalDate(), registry.getOrDefault(code, List.of()));
        if (measure.isEmpty() || code.equals(Measure.OWN_GOAL)) {
            return refused(
                    row,
                    ProblemType.FOREIGN_KEY,
                    "measure",
                    code,
                    "There is no measure '" + code + "' in the registry (GET /api/v1/outcomes/measures lists them).");
        }
        return observed(row, measure.get(), events);
    }

    private Optional<Problem> observed(
            RowOutcome.Accepted row, Measure measure, BiConsumer<byte[], ObservationEvent> events) {
        Values values = row.values();
        long value;
        try {
            value = Measure.thousandths(Objects.requireNonNull(values.number(VALUE)));
        } catch (ArithmeticException tooFine) {
            return refused(row, ProblemType.CONSTRAINT_ERROR, "value", null, "A value has at most three decimals.");
        }
        if (!measure.allowed().takes(value)) {
            return refused(
                    row,
                    ProblemType.CONSTRAINT_ERROR,
                    "value",
                    null,
                    "A value of '" + measure.code() + "' is "
                            + measure.allowed().words() + " (" + measure.unit() + ").");
        }
        SubjectKey subject = pseudonyms.subject(delivery.feed().agency(), needed(values.text(REFERENCE)));
        events.accept(subject.bytes(), event(row, subject, measure, value));
        return Optional.empty();
    }

    private static boolean isDeletion(Values values) {
        String deleted = values.text(DELETED);
        return deleted != null && DELETIONS.contains(deleted.strip().toLowerCase(Locale.ROOT));
    }

    /** Says only that the record is gone; what it said does not matter any more. */
    private ObservationEvent deletion(RowOutcome.Accepted row, SubjectKey subject) {
        return ObservationEvent.newBuilder()
                .setAgency(delivery.feed().agency().value())
                .setRecordId(needed(row.values().text(RECORD_ID)))
                .setVersion(EventLog.version(delivery, row.row()))
                .setDeleted(true)
                .setSubject(subject.value())
                .setMeasure("")
                .setValue(0)
                .setObservedAt(NO_TIME)
                .setDelivery(delivery.id())
                .build();
    }

    private ObservationEvent event(RowOutcome.Accepted row, SubjectKey subject, Measure measure, long value) {
        Values values = row.values();
        return ObservationEvent.newBuilder()
                .setAgency(delivery.feed().agency().value())
                .setRecordId(needed(values.text(RECORD_ID)))
                .setVersion(EventLog.version(delivery, row.row()))
                .setSubject(subject.value())
                .setMeasure(measure.code())
                .setValue(value)
                .setObservedAt(Objects.requireNonNull(values.time(OBSERVED_AT)))
                .setObservedBy(values.text(OBSERVED_BY))
                .setMethod(values.text(METHOD))
                .setDelivery(delivery.id())
                .build();
    }

    private static String needed(@Nullable String text) {
        return Objects.requireNonNull(text, "the reader refuses rows without it");
    }

    private static Optional<Problem> refused(
            RowOutcome.Accepted row, ProblemType type, String column, @Nullable String cell, String message) {
        return Optional.of(new Problem(type, row.row(), column, cell, message));
    }
}
