package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.function.ServiceIds;
import org.totalplace.spend.payee.ArrivingCodes;
import org.totalplace.spend.payee.PayeeIds;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.starter.bulk.WriteBehind;
import org.totalplace.value.FinancialYear;

/**
 * Streams the lines of one delivery by COPY straight to where they stay; they count when the delivery is posted, and
 * vanish with its transaction otherwise.
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
    private final WriteBehind<ArrivingLine> behind;
    private @Nullable CopyRows copy;

    /** @param delivery number under which it will be posted */
    LineWriting(Connection connection, int delivery, PayeeIds payees, ServiceIds services, ArrivingCodes codes) {
        this.connection = connection;
        this.delivery = delivery;
        this.payees = payees;
        this.services = services;
        this.codes = codes;
        this.behind = new WriteBehind<>("lines-of-" + delivery, CHUNK, this::write);
    }

    void add(ArrivingLine line) throws SQLException {
        behind.add(line);
    }

    /** Writes what is left; then the connection is free. */
    void complete() throws SQLException {
        behind.complete();
        endCopy();
        codes.store();
    }

    /** Stops writing, whatever was reached. */
    void giveUp() throws SQLException {
        behind.abandon();
        if (copy != null) {
            copy.close();
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
        if (lines.stream().allMatch(this::isKnown)) {
            return;
        }
        Set<String> names = new HashSet<>();
        Set<String> codesOfServices = new HashSet<>();
        for (ArrivingLine line : lines) {
            if (line.payee() != null) {
                names.add(line.payee());
            }
            codesOfServices.add(line.service());
        }
        endCopy();
        payees.know(names);
        services.know(codesOfServices);
    }

    private boolean isKnown(ArrivingLine line) {
        return (line.payee() == null || payees.of(line.payee()) != null) && services.of(line.service()) != null;
    }

    private void write(CopyRows copy, ArrivingLine line) throws SQLException {
        copy.number(FinancialYear.of(line.paidOn()).start())
                .number(delivery)
                .number(line.row())
                .day(line.paidOn())
                .number(line.amount().value());
        if (line.payee() == null) {
            copy.value(null);
        } else {
            int payee = Objects.requireNonNull(payees.of(line.payee()));
            copy.number(payee);
            if (line.payeeCode() != null) {
                codes.add(line.payeeCode(), payee, line.row());
            }
        }
        copy.number(Objects.requireNonNull(services.of(line.service())))
                .flag(line.capital())
                .flag(line.card())
                .text(line.purpose())
                .text(line.category())
                .text(line.reference());
        copy.endRow();
    }

    private void endCopy() throws SQLException {
        if (copy != null) {
            copy.finish();
            copy = null;
        }
    }
}
