package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.function.ServiceIds;
import org.totalplace.spend.payee.ArrivingCodes;
import org.totalplace.spend.payee.PayeeIds;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.value.FinancialYear;

/**
 * Streams the lines of one delivery by COPY straight to where they stay; they count when the delivery is posted, and
 * vanish with its transaction otherwise. One chunk of lines is written while the next one is read.
 */
final class LineWriting {

    private static final int CHUNK = 4_096;

    private static final String COLUMNS = "ledger_line(year, delivery, row, paid_on, pence, payee, service, capital,"
            + " card, purpose, category, reference)";

    private final Connection connection;
    private final int delivery;
    private final PayeeIds payees;
    private final ServiceIds services;
    private final ArrivingCodes codes;
    private List<ArrivingLine> chunk = new ArrayList<>(CHUNK);
    private @Nullable FutureTask<Void> writing;
    private @Nullable CopyRows copy;

    /** @param delivery number under which it will be posted */
    LineWriting(Connection connection, int delivery, PayeeIds payees, ServiceIds services, ArrivingCodes codes) {
        this.connection = connection;
        this.delivery = delivery;
        this.payees = payees;
        this.services = services;
        this.codes = codes;
    }

    void add(ArrivingLine line) throws SQLException {
        chunk.add(line);
        if (chunk.size() == CHUNK) {
            handOver();
        }
    }

    /** Writes what is left; then the connection is free. */
    void complete() throws SQLException {
        handOver();
        awaitWritten();
        endCopy();
        codes.store();
    }

    /** Stops writing, whatever was reached. */
    void giveUp() throws SQLException {
        if (writing != null) {
            try {
                awaitWritten();
            } catch (SQLException failed) {
                // Whoever added the lines hears of it there; here nothing more is wanted of them.
                writing = null;
            }
        }
        if (copy != null) {
            copy.close();
        }
    }

    private void handOver() throws SQLException {
        awaitWritten();
        if (!chunk.isEmpty()) {
            List<ArrivingLine> full = chunk;
            chunk = new ArrayList<>(CHUNK);
            FutureTask<Void> task = new FutureTask<>(() -> {
                write(full);
                return null;
            });
            writing = task;
            Thread.ofVirtual().name("lines-of-" + delivery).start(task);
        }
    }

    private void awaitWritten() throws SQLException {
        if (writing == null) {
            return;
        }
        try {
            writing.get();
            writing = null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("Stopped while lines were written", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException broken) {
                throw broken;
            }
            throw new SQLException("The lines could not be written", failed.getCause());
        }
    }

    private void write(List<ArrivingLine> lines) throws SQLException {
        know(lines);
        if (copy == null) {
            copy = new CopyRows(connection, COLUMNS);
        }
        for (ArrivingLine line : lines) {
            write(copy, line);
        }
        if (codes.isFull()) {
            endCopy();
            codes.store();
        }
    }

    /** What is not known has to be asked for, which cannot be done within a COPY. */
    private void know(List<ArrivingLine> lines) throws SQLException {
        Set<String> names = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (ArrivingLine line : lines) {
            if (line.payee() != null) {
                names.add(line.payee());
            }
            codes.add(line.service());
        }
        if (!payees.knows(names) || !services.knows(codes)) {
            endCopy();
            payees.know(names);
            services.know(codes);
        }
    }

    private void write(CopyRows copy, ArrivingLine line) throws SQLException {
        Integer payee = line.payee() == null ? null : Objects.requireNonNull(payees.of(line.payee()));
        copy.number(FinancialYear.of(line.paidOn()).start())
                .number(delivery)
                .number(line.row())
                .value(line.paidOn())
                .number(line.amount().value())
                .value(payee)
                .number(Objects.requireNonNull(services.of(line.service())))
                .value(line.capital())
                .value(line.card())
                .text(line.purpose())
                .text(line.category())
                .text(line.reference());
        copy.endRow();
        if (payee != null && line.payeeCode() != null) {
            codes.add(line.payeeCode(), payee, line.row());
        }
    }

    private void endCopy() throws SQLException {
        if (copy != null) {
            copy.finish();
            copy = null;
        }
    }
}
