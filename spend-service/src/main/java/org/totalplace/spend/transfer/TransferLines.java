package org.totalplace.spend.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.totalplace.spend.revision.Revision;
import org.totalplace.spend.revision.Succession;
import org.totalplace.starter.bulk.CopyRows;

/**
 * Keeps the lines by which one agency paid another: those whose payee's name means an agency, and those that a steward
 * has declared. Always recomputed from the ledger's lines. Works within the transaction of a revision.
 */
public final class TransferLines {

    private static final String NAMED = """
            create temporary table fresh_transfer on commit drop as
            select l.year, l.delivery, l.row, l.part, d.phase, s.agency as payer, r.agency as payee, l.service,
                   l.payee as printed, l.paid_on, l.capital, l.pence, null::text as kind, null::text as rule,
                   null::text as declared,
                   lower(concat_ws(' ', l.purpose, l.category, s.code, f.name)) as said
            from ledger_line l
            join posted_delivery d on d.number = l.delivery and d.until is null
            join service_line s on s.id = l.service
            join service_function f on f.service = l.service and f.until is null
            join payee_resolution r on r.payee = l.payee and r.until is null and r.agency <> s.agency
            where l.delivery = any (?)
            """;

    private static final String ANY_DECLARED = "select exists (select from declared_transfer where until is null)";

    private static final String DECLARED = """
            insert into fresh_transfer
            select distinct on (l.delivery, l.row, l.part)
                   l.year, l.delivery, l.row, l.part, d.phase, s.agency, t.payee, l.service, l.payee, l.paid_on,
                   l.capital, l.pence, t.kind, 'declared ' || t.id, t.id, ''
            from ledger_line l
            join posted_delivery d on d.number = l.delivery and d.until is null
            join service_line s on s.id = l.service
            join declared_transfer t on t.until is null and t.payer = s.agency and l.year between t.from_year and t.to_year
            left join payee_name n on n.id = l.payee
            left join payee_resolution r on r.payee = l.payee and r.until is null
            where l.delivery = any (?) and r.agency is null and n.redacted is distinct from true
              and (t.service is null or s.code = t.service)
              and (t.printed is null or ' ' || n.normalised || ' ' like '% ' || t.printed || ' %')
              and (t.purpose is null or position(t.purpose in lower(concat_ws(' ', l.purpose, l.category))) > 0)
            order by l.delivery, l.row, l.part, t.id
            """;

    private static final String TEXTS = """
            select distinct p.kind as payer, q.kind as payee, f.said
            from fresh_transfer f
            join registration p on p.agency = f.payer and p.until is null
            join registration q on q.agency = f.payee and q.until is null
            where f.kind is null
            """;

    private static final String TOLD = """
            create temporary table transfer_text (payer text, payee text, said text, kind text, rule text) on commit drop
            """;

    private static final String TELL = """
            update fresh_transfer f set kind = t.kind, rule = t.rule
            from transfer_text t, registration p, registration q
            where f.kind is null and f.said = t.said
              and p.agency = f.payer and p.until is null and p.kind = t.payer
              and q.agency = f.payee and q.until is null and q.kind = t.payee
            """;

    private static final String FORGET_UNTOLD = "delete from fresh_transfer where kind is null";

    private static final Succession KEPT = new Succession(
            "transfer_line",
            "fresh_transfer",
            "year, delivery, row, part, phase, payer, payee, service, printed, paid_on, capital, pence, kind, rule,"
                    + " declared");

    private TransferLines() {}

    /** What two kinds of agencies say of a payment between them. */
    private record Text(String payer, String payee, String said) {}

    /** Brings the transfers of some deliveries to what their lines say now. Once a transaction. */
    public static void recompute(Connection connection, Revision revision, List<Integer> deliveries)
            throws SQLException {
        java.sql.Array numbers = connection.createArrayOf("integer", deliveries.toArray());
        run(connection, NAMED, numbers);
        if (isTrue(connection, ANY_DECLARED)) {
            run(connection, DECLARED, numbers);
        }
        tellKinds(connection);
        try (Statement forget = connection.createStatement()) {
            forget.executeUpdate(FORGET_UNTOLD);
        }
        KEPT.follow(connection, revision, deliveries);
    }

    private static void tellKinds(Connection connection) throws SQLException {
        List<Text> texts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TEXTS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                texts.add(new Text(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        if (texts.isEmpty()) {
            return;
        }
        try (Statement create = connection.createStatement()) {
            create.execute(TOLD);
        }
        try (CopyRows copy = new CopyRows(connection, "transfer_text(payer, payee, said, kind, rule)")) {
            for (Text text : texts) {
                TransferRules.Told told = TransferRules.kindOf(text.payer(), text.payee(), text.said());
                copy.text(text.payer())
                        .text(text.payee())
                        .text(text.said())
                        .text(told.kind().code())
                        .text(told.rule());
                copy.endRow();
            }
            copy.finish();
        }
        try (Statement tell = connection.createStatement()) {
            tell.executeUpdate(TELL);
        }
    }

    private static void run(Connection connection, String sql, java.sql.Array numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, numbers);
            statement.executeUpdate();
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
