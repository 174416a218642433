package org.totalplace.intake.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.totalplace.intake.delivery.Spool.Spooled;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.FileReading;
import org.totalplace.intake.reading.FileRefused;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.intake.reading.Values;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reads a file as a delivery would be read, and keeps nothing of it. */
final class Previews {

    private static final int ROWS_SHOWN = 10;
    /** So that looking at files does not hold up taking them. */
    private static final int AT_ONCE = 2;

    private final Spool spool;
    private final Map<String, Receiving> receivings;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    Previews(Spool spool, Map<String, Receiving> receivings) {
        this.spool = spool;
        this.receivings = receivings;
    }

    /** The report that the file would get, as far as the file alone decides it, and its first rows as read. */
    Mono<Map<String, Object>> of(Feed feed, Upload upload, Arrival arrival, Flux<DataBuffer> body) {
        return spool.write(UUID.randomUUID(), body, arrival)
                .flatMap(spooled -> Mono.fromCallable(() -> taken(feed, upload, spooled))
                        .subscribeOn(threads)
                        .doFinally(ended -> spool.remove(spooled.id())));
    }

    private Map<String, Object> taken(Feed feed, Upload upload, Spooled spooled) throws Exception {
        places.acquire();
        try {
            return new Preview(feed, upload, spooled).read();
        } finally {
            places.release();
        }
    }

    private final class Preview {

        private final Receiving receiving;
        private final Delivery file;
        private final RecordLayout layout;
        private final Accounts accounts = new Accounts();
        private final List<Map<String, Object>> first = new ArrayList<>();
        private final Tally tally;

        Preview(Feed feed, Upload upload, Spooled spooled) {
            this.receiving = Objects.requireNonNull(receivings.get(feed.kind()));
            this.layout = receiving.layout();
            this.tally = new Tally(layout, accounts);
            this.file = new Delivery(
                    spooled.id(),
                    0,
                    feed.stating(upload.phase()),
                    DeliveryStatus.RECEIVED,
                    upload.name(),
                    spooled.bytes(),
                    spooled.sha256(),
                    upload.period(),
                    upload.declaredRows(),
                    upload.declaredTotal(),
                    spool.of(spooled.id()),
                    null);
        }

        Map<String, Object> read() throws Exception {
            try (FileReading reading = FileReading.open(file.spooled(), file.name(), layout, file.options());
                    Receiving.Sight sight = receiving.look(file)) {
                reading.forEach(outcome -> take(outcome, sight));
                accounts.payees(sight.payees());
                reading.fileProblems().forEach(accounts::tell);
                tally.tellOfMissing(reading.mapping());
                reading.doubts().forEach(accounts::tell);
                return shown(Reports.read(file, reading.facts(), reading.mapping(), accounts, period()));
            } catch (FileRefused unreadable) {
                accounts.tell(unreadable.problem());
                return shown(Reports.read(file, null, null, accounts, null));
            }
        }

        private @Nullable Period period() {
            if (layout.matrices() && accounts.years() != null) {
                return accounts.years();
            }
            return file.period() == null ? accounts.period(file.name()) : file.period();
        }

        private void take(RowOutcome outcome, Receiving.Sight sight) {
            switch (outcome) {
                case RowOutcome.Accepted row -> accept(row, sight);
                case RowOutcome.Refused row -> tally.refuse(row);
                case RowOutcome.Blank row -> accounts.blank();
                case RowOutcome.SetAside row -> tally.setAside(row);
            }
        }

        private void accept(RowOutcome.Accepted row, Receiving.Sight sight) {
            Optional<Problem> leftOut = sight.leavesOut(row);
            if (leftOut.isPresent()) {
                tally.leaveOut(leftOut.get());
                return;
            }
            Optional<Problem> objection = sight.objection(row);
            if (objection.isPresent()) {
                tally.refuse(row, objection.get());
                return;
            }
            tally.accept(row);
            if (first.size() < ROWS_SHOWN) {
                first.add(asRead(row));
            }
        }

        private Map<String, Object> asRead(RowOutcome.Accepted row) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("row", row.row());
            for (int i = 0; i < layout.fields().size(); i++) {
                Object value = asRead(layout.fields().get(i), row.values(), i);
                if (value != null) {
                    shown.put(layout.fields().get(i).name(), value);
                }
            }
            return shown;
        }

        /** What says something of a person is not printed back. */
        private static @Nullable Object asRead(Field field, Values values, int index) {
            if (field.personal() || values.text(index) == null) {
                return null;
            }
            return switch (field.type()) {
                case TEXT -> values.text(index);
                case DATE -> text(values.date(index));
                case TIME -> String.valueOf(values.time(index));
                case AMOUNT, NUMBER -> values.number(index);
            };
        }

        private static @Nullable String text(@Nullable LocalDate day) {
            return day == null ? null : day.toString();
        }

        private Map<String, Object> shown(Map<String, Object> report) {
            report.remove("id");
            report.remove("status");
            report.put("first", first);
            return report;
        }
    }
}
