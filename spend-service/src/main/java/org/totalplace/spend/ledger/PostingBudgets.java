package org.totalplace.spend.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.spend.announce.Announcing;
import org.totalplace.spend.function.ServiceLines;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.CopyRows;

/**
 * Posts the budgets or outturns of one delivery, of one body or of many, within one transaction. They count by phase
 * and year: what an earlier delivery of the same feed said of the same phase and year counts no longer.
 */
public final class PostingBudgets {

    private static final String ARRIVING = """
            create temporary table arriving (
                row bigint not null, part smallint not null, agency text not null, year smallint not null,
                phase phase not null, pence bigint not null, service text not null, capital boolean, purpose text,
                category text) on commit drop
            """;

    private static final String COLUMNS =
            "arriving(row, part, agency, year, phase, pence, service, capital, purpose, category)";

    private static final String KNOW = """
            insert into agency (code) select distinct agency from arriving order by 1 on conflict (code) do nothing
            """;

    private static final String JOURNAL = """
            insert into posted_delivery (delivery, feed, agency, phase, covers_from, covers_to, lines, pence, last_row,
                                         since)
            select d.id, d.feed, a.id, l.phase, make_date(l.year, 4, 1), make_date(l.year + 1, 3, 31), count(*),
                   sum(l.pence), max(l.row), ?
            from delivery d join agency a on a.code = d.agency cross join arriving l
            where d.id = ?
            group by d.id, d.feed, a.id, l.phase, l.year
            returning number
            """;

    private static final String COVER = """
            insert into posted_coverage (delivery, agency, covers_from, covers_to, since)
            select distinct d.number, a.id, d.covers_from, d.covers_to, d.since
            from arriving l join agency a on a.code = l.agency
            join posted_delivery d on d.number = any (?) and d.phase = l.phase
                                  and d.covers_from = make_date(l.year, 4, 1)
            """;

    private static final String POST = """
            insert into ledger_line (year, delivery, row, part, paid_on, pence, service, capital, card, purpose, category)
            select l.year, d.number, l.row, l.part, d.covers_from, l.pence, s.id, l.capital, false, l.purpose, l.category
            from arriving l
            join posted_delivery d on d.number = any (?) and d.phase = l.phase
                                  and d.covers_from = make_date(l.year, 4, 1)
            join agency a on a.code = l.agency
            join service_line s on s.agency = a.id and s.code = l.service
            order by d.number, l.row, l.part
            """;

    private static final String SUPERSEDE = """
            update posted_delivery earlier set until = ?, ended_by = 'superseded'
            from posted_delivery d
            where d.number = any (?) and earlier.feed = d.feed and earlier.phase = d.phase
              and earlier.covers_from = d.covers_from and earlier.until is null and earlier.number <> all (?)
            returning earlier.number
            """;

    /** Nothing of these deliveries counts any more. */
    private static final String SPENT = """
            update delivery set status = 'superseded', superseded_by = ?, ended_at = ?
            where status = 'published' and id in (select delivery from posted_delivery where number = any (?))
              and not exists (select from posted_delivery d where d.delivery = delivery.id and d.until is null)
            """;

    private final Connection connection;
    private final ArrivingRows arriving;

    /** @param connection with a transaction that this posting has for itself */
    public PostingBudgets(Connection connection) throws SQLException {
        this.connection = connection;
        this.arriving = new ArrivingRows(connection, ARRIVING, COLUMNS);
    }

    public void add(BudgetLine line) throws SQLException {
        CopyRows copy = arriving.next();
        copy.number(line.row())
                .number(line.part())
                .text(line.agency().value())
                .number(line.year().start())
                .text(line.phase().code())
                .number(line.amount().value())
                .text(line.service())
                .value(line.capital())
                .text(line.purpose())
                .text(line.category());
        copy.endRow();
    }

    /** Ends the stream of lines; nothing may be added after it, and everything else may be written then. */
    public void arrived() throws SQLException {
        arriving.complete();
    }

    /**
     * Makes the lines count. The caller commits.
     *
     * @param clock tells when, at the very end
     */
    public void post(Delivery delivery, InstantSource clock) throws SQLException {
        try (Statement know = connection.createStatement()) {
            know.executeUpdate(KNOW);
        }
        ServiceLines.takeUpAll(connection);
        Revision revision = Revision.begin(
                connection,
                Revision.Kind.DELIVERY,
                "Delivery " + delivery.id() + " of " + delivery.feed().code() + " posted");
        ServiceLines.describeAll(connection, revision);
        List<Integer> posted = journal(delivery, revision);
        run(COVER, posted);
        run(POST, posted);
        PayeeSums.owe(connection, posted);
        List<Integer> touched = new ArrayList<>(posted);
        touched.addAll(supersede(delivery, revision, posted, clock));
        LedgerTotals.recompute(connection, revision, touched);
        Announcing.ofDeliveries(connection, revision, touched);
        revision.end(connection, clock.instant());
    }

    /** Gives up what was not posted. */
    public void giveUp() throws SQLException {
        arriving.giveUp();
    }

    private List<Integer> journal(Delivery delivery, Revision revision) throws SQLException {
        try (PreparedStatement journal = connection.prepareStatement(JOURNAL)) {
            journal.setInt(1, revision.id());
            journal.setObject(2, delivery.id());
            return numbers(journal);
        }
    }

    private void run(String sql, List<Integer> posted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("integer", posted.toArray()));
            statement.executeUpdate();
        }
    }

    private List<Integer> supersede(Delivery delivery, Revision revision, List<Integer> posted, InstantSource clock)
            throws SQLException {
        List<Integer> ended;
        try (PreparedStatement supersede = connection.prepareStatement(SUPERSEDE)) {
            supersede.setInt(1, revision.id());
            supersede.setArray(2, connection.createArrayOf("integer", posted.toArray()));
            supersede.setArray(3, connection.createArrayOf("integer", posted.toArray()));
            ended = numbers(supersede);
        }
        PayeeSums.end(connection, revision, ended);
        try (PreparedStatement spent = connection.prepareStatement(SPENT)) {
            spent.setObject(1, delivery.id());
            spent.setTimestamp(2, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
            spent.setArray(3, connection.createArrayOf("integer", ended.toArray()));
            spent.executeUpdate();
        }
        return ended;
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
