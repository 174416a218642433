package org.totalplace.spend.payee;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.totalplace.spend.revision.Revision;

/** What is known of whom a line pays. */
public enum PayeeStanding {
    /** An agency of the place. */
    AGENCY,
    /** An official body that is no agency of the place. */
    BODY,
    /** The body names nobody on purpose. */
    REDACTED,
    /** A name such as public bodies have, that is not resolved: the doubt in the count. */
    POSSIBLE_BODY,
    /** A company, a person, a club: resolved as far as the count needs it. */
    OTHER,
    /** The line has no payee. */
    NOT_NAMED;

    private static final String FRESH = """
            create temporary table fresh_standing on commit drop as
            select p.year, p.phase, p.agency, p.delivery,
                   case when p.payee is null then 'not-named' when n.redacted then 'redacted'
                        when r.agency is not null then 'agency' when r.body is not null then 'body'
                        when r.payee is null and n.looks_public then 'possible-body' else 'other' end as standing,
                   sum(p.pence)::bigint as pence
            from payee_total p
            left join payee_name n on n.id = p.payee
            left join payee_resolution r on r.payee = p.payee and r.until is null
            where p.delivery = any (?) and p.until is null
            group by 1, 2, 3, 4, 5
            """;

    private static final String SAME = """
            t.until is null and f.delivery = t.delivery and f.year = t.year and f.agency = t.agency
              and f.standing = t.standing and f.pence = t.pence
            """;

    private static final String END = """
            update payee_standing t set until = ?
            where t.until is null and t.delivery = any (?) and not exists (select from fresh_standing f where %s)
            """.formatted(SAME);

    private static final String BEGIN = """
            insert into payee_standing (year, phase, agency, delivery, standing, pence, since)
            select year, phase, agency, delivery, standing, pence, ? from fresh_standing f
            where not exists (select from payee_standing t where %s)
            """.formatted(SAME);

    /** As the API writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other word */
    public static PayeeStanding ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Brings the sums of some deliveries by standing to what their payees mean now. Once a transaction. */
    public static void recompute(Connection connection, Revision revision, List<Integer> deliveries)
            throws SQLException {
        java.sql.Array numbers = connection.createArrayOf("integer", deliveries.toArray());
        try (PreparedStatement fresh = connection.prepareStatement(FRESH)) {
            fresh.setArray(1, numbers);
            fresh.executeUpdate();
        }
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setArray(2, numbers);
            end.executeUpdate();
        }
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setInt(1, revision.id());
            begin.executeUpdate();
        }
    }
}
