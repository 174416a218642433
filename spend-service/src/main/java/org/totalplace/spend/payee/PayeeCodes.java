package org.totalplace.spend.payee;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.totalplace.spend.payee.CodeUse.Named;
import org.totalplace.value.AgencyCode;

/** Keeps the codes that agencies' books give to payees. Works within the transaction that posts a delivery. */
public final class PayeeCodes {

    private static final String KEEP = """
            insert into payee_code (agency, code, payee, delivery, row, lines)
            select a.id, x.code, x.payee, ?, min(x.row), sum(x.lines)
            from arriving_code x
            join payee_name p on p.id = x.payee and not p.redacted
            join agency a on a.code = ?
            group by a.id, x.code, x.payee
            """;

    /** Of every code that arrives: the names that arrive with it, and those that it was printed with before. */
    private static final String USED = """
            with arrived as (
                select x.code, n.printed as payee, min(x.row) as row, sum(x.lines) as lines
                from arriving_code x join payee_name n on n.id = x.payee
                group by x.code, n.printed
            )
            select code, payee, row, lines from arrived
            union all
            select c.code, n.printed, 0, sum(c.lines)
            from payee_code c
            join agency a on a.id = c.agency and a.code = ?
            join posted_delivery d on d.number = c.delivery and d.until is null
            join payee_name n on n.id = c.payee
            where c.code in (select code from arrived)
              and not exists (select from arrived x where x.code = c.code and x.payee = n.printed)
            group by c.code, n.printed
            order by 1, 4 desc, 2
            """;

    /** Of all codes in force that stand with more than one name, or that an official list could have given. */
    private static final String DOUBTFUL = """
            with used as (
                select a.code as agency, c.code, n.printed, min(c.row) as row, sum(c.lines) as lines,
                       count(*) over (partition by a.code, c.code) as names
                from payee_code c
                join agency a on a.id = c.agency
                join posted_delivery d on d.number = c.delivery and d.until is null
                join payee_name n on n.id = c.payee
                group by a.code, c.code, n.printed
            )
            select agency, code, printed, row, lines from used
            where names > 1 or code ~ '^([EWSN]\\d{8}|E\\d{4})$'
            order by agency, code, lines desc, printed
            """;

    private PayeeCodes() {}

    /** A code with what is wrong with it. */
    public record Doubtful(String agency, String code, String problem, List<String> names) {}

    /** Keeps the {@link ArrivingCodes} of the delivery that was posted with them. */
    public static void keep(Connection connection, int delivery, AgencyCode agency) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setInt(1, delivery);
            keep.setString(2, agency.value());
            keep.executeUpdate();
        }
    }

    /** What is wrong with the {@link ArrivingCodes} of an agency. */
    public static List<String> problems(Connection connection, AgencyCode agency) throws SQLException {
        Map<String, List<Named>> used = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(USED)) {
            select.setString(1, agency.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    used.computeIfAbsent(Objects.requireNonNull(rows.getString(1)), code -> new ArrayList<>())
                            .add(new Named(
                                    PayeeName.of(Objects.requireNonNull(rows.getString(2))),
                                    rows.getLong(3),
                                    rows.getLong(4)));
                }
            }
        }
        return used.isEmpty() ? List.of() : problems(used, PayeeNames.known(connection));
    }

    /** The codes of all agencies that stand for different bodies, by agency and code. */
    public static List<Doubtful> doubtful(Connection connection) throws SQLException {
        Map<List<String>, List<Named>> used = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DOUBTFUL);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                used.computeIfAbsent(List.of(rows.getString(1), rows.getString(2)), code -> new ArrayList<>())
                        .add(new Named(
                                PayeeName.of(Objects.requireNonNull(rows.getString(3))),
                                rows.getLong(4),
                                rows.getLong(5)));
            }
        }
        KnownBodies bodies = PayeeNames.known(connection);
        List<Doubtful> doubtful = new ArrayList<>();
        used.forEach((code, names) -> {
            String problem = new CodeUse(code.getLast(), names).problem(bodies);
            if (problem != null) {
                List<String> printed = names.stream()
                        .map(named -> named.name().redacted()
                                ? Redaction.SHOWN
                                : named.name().printed())
                        .distinct()
                        .toList();
                doubtful.add(new Doubtful(code.getFirst(), code.getLast(), problem, printed));
            }
        });
        return doubtful;
    }

    private static List<String> problems(Map<String, List<Named>> used, KnownBodies bodies) {
        List<String> problems = new ArrayList<>();
        used.forEach((code, names) -> {
            String problem = new CodeUse(code, names).problem(bodies);
            if (problem != null) {
                problems.add(problem);
            }
        });
        return problems;
    }
}
