package org.totalplace.spend.function;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.revision.Revision;
import org.totalplace.value.AgencyCode;

/** Keeps the service lines of agencies and their functions. Works within the transaction of a revision. */
public final class ServiceLines {

    /** The code of lines that name no service. */
    public static final String NOT_STATED = "not-stated";

    /** Longer texts are no codes. */
    public static final int LONGEST = 200;

    private static final String DECIDED = "a steward's decision";

    private static final String NEW = """
            select distinct l.service from arriving l
            where not exists (select from service_line s join agency a on a.id = s.agency
                              where a.code = ? and s.code = l.service)
            order by 1
            """;

    /**
     * The money of service lines by their categories, or by purposes where categories are mere numbers: the largest of
     * each line. All others, and lines without either, count against them.
     */
    private static final String CATEGORIES = """
            select service, case when place <= 40 then said else '' end, sum(pence)::bigint
            from (select service, said, sum(abs(pence)) as pence,
                         row_number() over (partition by service order by sum(abs(pence)) desc, said) as place
                  from (select service, pence,
                               case when category ~ '[[:alpha:]]{3}' then category else coalesce(purpose, '') end as said
                        from arriving where service = any (?)) l
                  group by service, said) s
            group by 1, 2
            """;

    private static final String BODY = """
            select r.kind, r.name from registration r join agency a on a.id = r.agency where a.code = ? and r.until is null
            """;

    private static final String OF_ALL = """
            select distinct l.agency, l.service, r.kind, r.name
            from arriving l
            left join agency a on a.code = l.agency
            left join registration r on r.agency = a.id and r.until is null
            """;

    private static final String NEW_OF_ALL = """
            with mapped as (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as m (agency, code, function, evidence)
            ), taken as (
                insert into service_line (agency, code)
                select distinct a.id, l.service from arriving l join agency a on a.code = l.agency
                on conflict (agency, code) do nothing
                returning id, agency, code
            )
            insert into service_function (service, function, evidence, since)
            select t.id, m.function, m.evidence, ?
            from taken t join agency a on a.id = t.agency join mapped m on m.agency = a.code and m.code = t.code
            """;

    private static final String SAVE = """
            insert into service_line (agency, code) select id, ? from agency where code = ?
            on conflict (agency, code) do update set code = excluded.code
            returning id
            """;

    private static final String CURRENT = """
            select function, evidence, name from service_function where service = ? and until is null
            """;

    private static final String END = "update service_function set until = ? where service = ? and until is null";

    private static final String BEGIN = """
            insert into service_function (service, function, evidence, name, since) values (?, ?, ?, ?, ?)
            """;

    private ServiceLines() {}

    /** Takes up the service lines of the temporary table {@code arriving} that the agency never had before. */
    public static void takeUpNew(Connection connection, Revision revision, AgencyCode agency) throws SQLException {
        List<String> codes = newCodes(connection, agency);
        if (codes.isEmpty()) {
            return;
        }
        FunctionRules.Body body = bodyOf(connection, agency);
        Map<String, Map<String, Long>> categories = categories(
                connection, codes.stream().filter(FunctionRules::saysNothing).toList());
        for (String code : codes) {
            FunctionRules.Mapped mapped =
                    FunctionRules.functionOf(code, null, categories.getOrDefault(code, Map.of()), body);
            write(connection, revision, saved(connection, agency, code), null, new Standing(mapped, null));
        }
    }

    /** Takes up the service lines of {@code arriving} that the agency of each of its rows never had before. */
    public static void takeUpNew(Connection connection, Revision revision) throws SQLException {
        List<String> agencies = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        List<String> functions = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OF_ALL);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                FunctionRules.Mapped mapped = FunctionRules.functionOf(
                        rows.getString("service"),
                        null,
                        Map.of(),
                        body(rows.getString("agency"), rows.getString("kind"), rows.getString("name")));
                agencies.add(rows.getString("agency"));
                codes.add(rows.getString("service"));
                functions.add(mapped.function());
                evidence.add(mapped.evidence());
            }
        }
        try (PreparedStatement take = connection.prepareStatement(NEW_OF_ALL)) {
            take.setArray(1, connection.createArrayOf("text", agencies.toArray()));
            take.setArray(2, connection.createArrayOf("text", codes.toArray()));
            take.setArray(3, connection.createArrayOf("text", functions.toArray()));
            take.setArray(4, connection.createArrayOf("text", evidence.toArray()));
            take.setInt(5, revision.id());
            take.executeUpdate();
        }
    }

    /** As it is registered; a body that is not goes by the official register. */
    private static FunctionRules.@Nullable Body body(String agency, @Nullable String kind, @Nullable String name) {
        return kind != null && name != null
                ? new FunctionRules.Body(kind, name)
                : Bodies.official()
                        .byCode(agency)
                        .map(official -> new FunctionRules.Body(official.kind(), official.name()))
                        .orElse(null);
    }

    /**
     * Names a service line and says which function it serves.
     *
     * @return its id
     */
    public static int describe(
            Connection connection,
            Revision revision,
            AgencyCode agency,
            String code,
            @Nullable String name,
            @Nullable String function)
            throws SQLException {
        int service = saved(connection, agency, code);
        Standing current = current(connection, service);
        FunctionRules.Mapped mapped;
        if (function != null) {
            mapped = new FunctionRules.Mapped(function, DECIDED);
        } else if (current != null) {
            mapped = current.mapped();
        } else {
            mapped = FunctionRules.functionOf(code, name, Map.of(), bodyOf(connection, agency));
        }
        String called = name != null || current == null ? name : current.name();
        write(connection, revision, service, current, new Standing(mapped, called));
        return service;
    }

    /** What is held of a service line at a moment. */
    private record Standing(
            FunctionRules.Mapped mapped, @Nullable String name) {}

    private static @Nullable Standing current(Connection connection, int service) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setInt(1, service);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Standing(
                                new FunctionRules.Mapped(row.getString("function"), row.getString("evidence")),
                                row.getString("name"))
                        : null;
            }
        }
    }

    private static void write(
            Connection connection, Revision revision, int service, @Nullable Standing before, Standing now)
            throws SQLException {
        if (now.equals(before)) {
            return;
        }
        try (PreparedStatement end = connection.prepareStatement(END);
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            end.setInt(1, revision.id());
            end.setInt(2, service);
            end.executeUpdate();
            begin.setInt(1, service);
            begin.setString(2, now.mapped().function());
            begin.setString(3, now.mapped().evidence());
            begin.setString(4, now.name());
            begin.setInt(5, revision.id());
            begin.executeUpdate();
        }
    }

    private static Map<String, Map<String, Long>> categories(Connection connection, List<String> codes)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CATEGORIES)) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            Map<String, Map<String, Long>> categories = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    categories
                            .computeIfAbsent(rows.getString(1), code -> new HashMap<>())
                            .put(rows.getString(2), rows.getLong(3));
                }
            }
            return categories;
        }
    }

    private static FunctionRules.@Nullable Body bodyOf(Connection connection, AgencyCode agency) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BODY)) {
            select.setString(1, agency.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new FunctionRules.Body(row.getString(1), row.getString(2)) : null;
            }
        }
    }

    private static List<String> newCodes(Connection connection, AgencyCode agency) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEW)) {
            select.setString(1, agency.value());
            List<String> codes = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    codes.add(rows.getString(1));
                }
            }
            return codes;
        }
    }

    private static int saved(Connection connection, AgencyCode agency, String code) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            save.setString(1, code);
            save.setString(2, agency.value());
            try (ResultSet row = save.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The agency '" + agency + "' is not registered");
                }
                return row.getInt(1);
            }
        }
    }
}
