package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.delivery.PayeesCount;
import org.totalplace.intake.delivery.PayeesSaid;
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
    private final PayeesCount said = new PayeesCount();
    private final Set<Integer> years = new TreeSet<>();

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

    /** What the lines say of their payees, when all are written. */
    PayeesSaid payees() {
        return said.said();
    }

    /** The financial years in which they are, when all are written. */
    Set<Integer> years() {
        return years;
    }

    /** Stops writing, whatever was reached. */
    void giveUp() throws SQLException {
        behind.abandon();
        if (copy != null) {
            copy.close();
        }
    }

    private void write(List<ArrivingLine> lines) throws SQLException {
        PayeeIds.@Nullable Known[] paid = payeesOf(lines);
        if (copy == null) {
            copy = new CopyRows(connection, COLUMNS);
        }
        for (int i = 0; i < paid.length; i++) {
            write(copy, lines.get(i), paid[i]);
        }
        if (codes.isFull()) {
            endCopy();
            codes.store();
        }
    }

    /**
     * The payees of some lines, after all that was not known of them was asked for, which cannot be done
     * within a COPY.
     */
    private PayeeIds.@Nullable Known[] payeesOf(List<ArrivingLine> lines) throws SQLException {
        payees.makeRoom(lines.size());
        services.makeRoom(lines.size());
        PayeeIds.@Nullable Known[] paid = new PayeeIds.@Nullable Known[lines.size()];
        Set<String> newNames = new HashSet<>();
        Set<String> newServices = new HashSet<>();
        for (int i = 0; i < paid.length; i++) {
            ArrivingLine line = lines.get(i);
            paid[i] = payeeOf(line);
            if (paid[i] == null && line.payee() != null) {
                newNames.add(line.payee());
            }
            if (services.of(line.service()) == null) {
                newServices.add(line.service());
            }
        }
        if (newNames.isEmpty() && newServices.isEmpty()) {
            return paid;
        }
        endCopy();
        payees.know(newNames);
        services.know(newServices);
        for (int i = 0; i < paid.length; i++) {
            paid[i] = paid[i] == null ? payeeOf(lines.get(i)) : paid[i];
        }
        return paid;
    }

    private PayeeIds.@Nullable Known payeeOf(ArrivingLine line) {
        return line.payee() == null ? null : payees.of(line.payee());
    }

    private void write(CopyRows copy, ArrivingLine line, PayeeIds.@Nullable Known payee) throws SQLException {
        int year = FinancialYear.of(line.paidOn()).start();
        years.add(year);
        copy.number(year)
                .number(delivery)
                .number(line.row())
                .day(line.paidOn())
                .number(line.amount().value());
        if (payee == null) {
            copy.value(null);
            said.addBlank();
        } else {
            copy.number(payee.id());
            said.addPrinted(payee.redacted());
            if (line.payeeCode() != null) {
                codes.add(line.payeeCode(), payee.id(), line.row());
            }
        }
        int service = Objects.requireNonNull(services.of(line.service()));
        services.heard(service, line.category(), line.purpose(), line.amount().value());
        copy.number(service)
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
