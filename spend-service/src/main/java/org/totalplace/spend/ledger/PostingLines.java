package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.spend.announce.Announcing;
import org.totalplace.spend.function.ServiceLines;
import org.totalplace.spend.payee.PayeeCodes;
import org.totalplace.spend.payee.PayeeNames;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.CopyRows;

/**
 * Posts one delivery to the ledger within one transaction: its lines wait in a temporary table until {@link #post}
 * makes them count, all at once, with everything that follows from them.
 */
public final class PostingLines {

    private static final String ARRIVING = """
            create temporary table arriving (
                row bigint not null, paid_on date not null, pence bigint not null, payee text, service text not null,
                capital boolean, card boolean not null, purpose text, category text, reference text,
                part smallint not null default 0, agency text, phase phase, payee_code text) on commit drop
            """;

    private static final String COLUMNS =
            "arriving(row, paid_on, pence, payee, service, capital, card, purpose, category, reference, "
                    + "payee_code)";

    private static final String JOURNAL = """
            insert into posted_delivery (delivery, feed, agency, phase, covers_from, covers_to, lines, pence, since)
            select d.id, d.feed, a.id, arrived.phase, d.period_from, d.period_to, arrived.lines, arrived.pence, ?
            from delivery d
            join agency a on a.code = d.agency
            cross join (
                select coalesce(phase, ?::phase) as phase, count(*)::integer as lines, sum(pence)::bigint as pence
                from arriving group by 1
                union all
                select ?::phase, 0, 0 where not exists (select from arriving)) arrived
            where d.id = ?
            returning number
            """;

    private static final String COVER = """
            insert into posted_coverage (delivery, agency, covers_from, covers_to)
            select number, agency, covers_from, covers_to from posted_delivery
            where number = any (?) and covers_from is not null and covers_to is not null
            """;

    private static final String POST = """
            insert into ledger_line (year, delivery, row, part, paid_on, pence, payee, service, capital, card, purpose,
                                     category, reference)
            select extract(year from l.paid_on - interval '3 months')::smallint, d.number, l.row, l.part, l.paid_on,
                   l.pence, p.id, s.id, l.capital, l.card, l.purpose, l.category, l.reference
            from arriving l
            join posted_delivery d on d.delivery = ? and d.phase = coalesce(l.phase, ?::phase)
            join agency a on a.code = coalesce(l.agency, ?)
            join service_line s on s.agency = a.id and s.code = l.service
            left join payee_name p on p.printed = l.payee
            """;

    private static final String END = """
            update posted_delivery set until = ?, ended_by = ?
            where delivery = any (?) and until is null returning number
            """;

    private final Connection connection;
    private final ArrivingRows arriving;

    /** @param connection with a transaction that this posting has for itself */
    public PostingLines(Connection connection) throws SQLException {
        this.connection = connection;
        this.arriving = new ArrivingRows(connection, ARRIVING, COLUMNS);
    }

    public void add(ArrivingLine line) throws SQLException {
        CopyRows copy = arriving.next();
        copy.number(line.row())
                .value(line.paidOn())
                .number(line.amount().value())
                .text(line.payee())
                .text(line.service())
                .value(line.capital())
                .value(line.card())
                .text(line.purpose())
                .text(line.category())
                .text(line.reference())
                .text(line.payeeCode());
        copy.endRow();
    }

    /** Ends the stream of lines; nothing may be added after it, and everything else may be written then. */
    public void arrived() throws SQLException {
        arriving.complete();
    }

    /**
     * Makes the lines count instead of those of the superseded deliveries. The caller commits.
     *
     * @param clock tells when, at the very end
     */
    public void post(Delivery delivery, Phase phase, List<UUID> superseded, InstantSource clock) throws SQLException {
        Revision revision = Revision.begin(connection, Revision.Kind.DELIVERY, note(delivery, superseded));
        PayeeNames.takeUpNew(connection, revision);
        ServiceLines.takeUpNew(connection, revision, delivery.feed().agency());
        List<Integer> touched = journal(delivery, phase, revision);
        postLines(delivery, phase);
        PayeeCodes.keep(connection, touched, delivery.feed().agency());
        LedgerTotals.sumPayees(connection, touched);
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
        arriving.giveUp();
    }

    private static String note(Delivery delivery, List<UUID> superseded) {
        String posted = "Delivery " + delivery.id() + " of " + delivery.feed().code() + " posted";
        return superseded.isEmpty() ? posted : posted + "; it restates " + superseded;
    }

    private List<Integer> journal(Delivery delivery, Phase phase, Revision revision) throws SQLException {
        try (PreparedStatement journal = connection.prepareStatement(JOURNAL);
                PreparedStatement cover = connection.prepareStatement(COVER)) {
            journal.setInt(1, revision.id());
            journal.setString(2, phase.code());
            journal.setString(3, phase.code());
            journal.setObject(4, delivery.id());
            List<Integer> numbers = numbers(journal);
            if (numbers.isEmpty()) {
                throw new SQLException("The agency '" + delivery.feed().agency() + "' is not registered");
            }
            cover.setArray(1, connection.createArrayOf("integer", numbers.toArray()));
            cover.executeUpdate();
            return numbers;
        }
    }

    private void postLines(Delivery delivery, Phase phase) throws SQLException {
        try (PreparedStatement post = connection.prepareStatement(POST)) {
            post.setObject(1, delivery.id());
            post.setString(2, phase.code());
            post.setString(3, delivery.feed().agency().value());
            post.executeUpdate();
        }
    }

    private static List<Integer> end(Connection connection, Revision revision, List<UUID> deliveries, String how)
            throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setString(2, how);
            end.setArray(3, connection.createArrayOf("uuid", deliveries.toArray()));
            List<Integer> ended = numbers(end);
            LedgerTotals.endPayees(connection, revision, ended);
            return ended;
        }
    }

    private static List<Integer> numbers(PreparedStatement statement) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }
}
