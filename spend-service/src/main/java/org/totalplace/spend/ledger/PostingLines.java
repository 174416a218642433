package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.PayeesSaid;
import org.totalplace.spend.announce.Announcing;
import org.totalplace.spend.function.ServiceIds;
import org.totalplace.spend.function.ServiceLines;
import org.totalplace.spend.payee.ArrivingCodes;
import org.totalplace.spend.payee.PayeeCodes;
import org.totalplace.spend.payee.PayeeIds;
import org.totalplace.spend.payee.PayeeNames;
import org.totalplace.spend.revision.Revision;

/**
 * Posts one delivery of payments to the ledger within one transaction: its lines are written as they arrive, and {@link
 * #post} makes them count, all at once, with everything that follows from them.
 */
public final class PostingLines {

    private static final String NUMBER = "select nextval(pg_get_serial_sequence('posted_delivery', 'number'))";

    private static final String JOURNAL = """
            insert into posted_delivery (number, delivery, feed, agency, phase, covers_from, covers_to, lines, pence, last_row,
                                         since)
            overriding system value
            select ?, d.id, d.feed, a.id, ?::phase, d.period_from, d.period_to, ?, ?, ?, ?
            from delivery d join agency a on a.code = d.agency
            where d.id = ?
            """;

    private static final String COVER = """
            insert into posted_coverage (delivery, agency, covers_from, covers_to)
            select number, agency, covers_from, covers_to from posted_delivery
            where number = ? and covers_from is not null and covers_to is not null
            """;

    private static final String END = """
            update posted_delivery set until = ?, ended_by = ?
            where delivery = any (?) and until is null returning number
            """;

    private final Connection connection;
    private final Delivery delivery;
    private final int number;
    private final PayeeIds payees;
    private final ServiceIds services;
    private final LineWriting writing;
    private boolean arrived;
    private int lines;
    private long pence;
    private long lastRow;

    /** @param connection with a transaction that this posting has for itself */
    public PostingLines(Connection connection, Delivery delivery) throws SQLException {
        this.connection = connection;
        this.delivery = delivery;
        this.number = nextNumber(connection);
        this.payees = new PayeeIds(connection);
        this.services = new ServiceIds(connection, delivery.feed().agency());
        this.writing = new LineWriting(connection, number, payees, services, new ArrivingCodes(connection));
    }

    private static int nextNumber(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(NUMBER)) {
            row.next();
            return row.getInt(1);
        }
    }

    public void add(ArrivingLine line) throws SQLException {
        lines = Math.addExact(lines, 1);
        pence = Math.addExact(pence, line.amount().value());
        lastRow = Math.max(lastRow, line.row());
        writing.add(line);
    }

    /** Ends the stream of lines; nothing may be added after it, and everything else may be written then. */
    public void arrived() throws SQLException {
        if (!arrived) {
            arrived = true;
            writing.complete();
        }
    }

    /** What the lines say of their payees, when they have arrived. */
    public PayeesSaid payees() {
        return writing.payees();
    }

    /** Codes of service lines that nobody had before and whose function no rule tells, when all lines have arrived. */
    public List<String> unmappedServices() throws SQLException {
        return ServiceLines.unmapped(connection, services);
    }

    /**
     * Makes the lines count instead of those of the superseded deliveries. The caller commits.
     *
     * @param clock tells when, at the very end
     */
    public void post(Phase phase, List<UUID> superseded, InstantSource clock) throws SQLException {
        Revision revision = Revision.begin(connection, Revision.Kind.DELIVERY, note(superseded));
        PayeeNames.resolveNew(connection, revision, payees);
        ServiceLines.describeNew(connection, revision, services);
        ManyLines.arrived(connection, lines, writing.years());
        journal(phase, revision);
        PayeeCodes.keep(connection, number, delivery.feed().agency());
        PayeeSums.owe(connection, List.of(number));
        List<Integer> touched = new ArrayList<>(List.of(number));
        touched.addAll(end(connection, revision, superseded, "superseded"));
        LedgerTotals.recompute(connection, revision, touched);
        Announcing.ofDeliveries(connection, revision, touched);
        revision.end(connection, clock.instant());
    }

    /** Undoes a delivery that was published. The caller commits. */
    public static void withdraw(Connection connection, Delivery delivery, InstantSource clock) throws SQLException {
        Revision revision = Revision.begin(
                connection,
                Revision.Kind.WITHDRAWAL,
                "Delivery " + delivery.id() + " of " + delivery.feed().code() + " withdrawn");
        List<Integer> ended = end(connection, revision, List.of(delivery.id()), "withdrawn");
        LedgerTotals.recompute(connection, revision, ended);
        Announcing.ofDeliveries(connection, revision, ended);
        revision.end(connection, clock.instant());
    }

    /** Gives up what was not posted. */
    public void giveUp() throws SQLException {
        writing.giveUp();
    }

    private String note(List<UUID> superseded) {
        String posted = "Delivery " + delivery.id() + " of " + delivery.feed().code() + " posted";
        return superseded.isEmpty() ? posted : posted + "; it restates " + superseded;
    }

    private void journal(Phase phase, Revision revision) throws SQLException {
        try (PreparedStatement journal = connection.prepareStatement(JOURNAL);
                PreparedStatement cover = connection.prepareStatement(COVER)) {
            journal.setInt(1, number);
            journal.setString(2, phase.code());
            journal.setInt(3, lines);
            journal.setLong(4, pence);
            journal.setLong(5, lastRow);
            journal.setInt(6, revision.id());
            journal.setObject(7, delivery.id());
            if (journal.executeUpdate() == 0) {
                throw new SQLException("The agency '" + delivery.feed().agency() + "' is not registered");
            }
            cover.setInt(1, number);
            cover.executeUpdate();
        }
    }

    private static List<Integer> end(Connection connection, Revision revision, List<UUID> deliveries, String how)
            throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setString(2, how);
            end.setArray(3, connection.createArrayOf("uuid", deliveries.toArray()));
            List<Integer> ended = new ArrayList<>();
            try (ResultSet rows = end.executeQuery()) {
                while (rows.next()) {
                    ended.add(rows.getInt(1));
                }
            }
            PayeeSums.end(connection, revision, ended);
            return ended;
        }
    }
}
