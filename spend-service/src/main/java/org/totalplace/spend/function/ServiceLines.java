package org.totalplace.spend.function;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    private static final String NEW_OF_ALL = """
            with mapped as (
                select * from unnest(?::text[], ?::text[], ?::text[]) as m (code, function, evidence)
            ), taken as (
                insert into service_line (agency, code)
                select distinct a.id, l.service from arriving l join agency a on a.code = l.agency
                on conflict (agency, code) do nothing
                returning id, code
            )
            insert into service_function (service, function, evidence, since)
            select t.id, m.function, m.evidence, ? from taken t join mapped m on m.code = t.code
            """;

    private static final String SAVE = """
            insert into service_line (agency, code, name) select id, ?, ? from agency where code = ?
            on conflict (agency, code) do update set name = coalesce(excluded.name, service_line.name)
            returning id
            """;

    private static final String END = """
            update service_function set until = ? where service = ? and until is null and (function, evidence) <> (?, ?)
            """;

    private static final String BEGIN = """
            insert into service_function (service, function, evidence, since)
            select ?, ?, ?, ?
            where not exists (select from service_function f where f.service = ? and f.until is null)
            """;

    private ServiceLines() {}

    /** Takes up the service lines of the temporary table {@code arriving} that the agency never had before. */
    public static void takeUpNew(Connection connection, Revision revision, AgencyCode agency) throws SQLException {
        for (String code : newCodes(connection, agency)) {
            FunctionRules.Mapped mapped = FunctionRules.functionOf(code, null);
            int service = saved(connection, agency, code, null);
            map(connection, revision, service, mapped.function(), mapped.evidence());
        }
    }

    /** Takes up the service lines of {@code arriving} that the agency of each of its rows never had before. */
    public static void takeUpNew(Connection connection, Revision revision) throws SQLException {
        List<String> codes = new ArrayList<>();
        List<String> functions = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select distinct service from arriving");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                FunctionRules.Mapped mapped = FunctionRules.functionOf(rows.getString(1), null);
                codes.add(rows.getString(1));
                functions.add(mapped.function());
                evidence.add(mapped.evidence());
            }
        }
        try (PreparedStatement take = connection.prepareStatement(NEW_OF_ALL)) {
            take.setArray(1, connection.createArrayOf("text", codes.toArray()));
            take.setArray(2, connection.createArrayOf("text", functions.toArray()));
            take.setArray(3, connection.createArrayOf("text", evidence.toArray()));
            take.setInt(4, revision.id());
            take.executeUpdate();
        }
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
        int service = saved(connection, agency, code, name);
        if (function == null) {
            FunctionRules.Mapped mapped = FunctionRules.functionOf(code, name);
            map(connection, revision, service, mapped.function(), mapped.evidence());
        } else {
            end(connection, revision, service, function, DECIDED);
            map(connection, revision, service, function, DECIDED);
        }
        return service;
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

    private static int saved(Connection connection, AgencyCode agency, String code, @Nullable String name)
            throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            save.setString(1, code);
            save.setString(2, name);
            save.setString(3, agency.value());
            try (ResultSet row = save.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The agency '" + agency + "' is not registered");
                }
                return row.getInt(1);
            }
        }
    }

    private static void end(Connection connection, Revision revision, int service, String function, String evidence)
            throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setInt(2, service);
            end.setString(3, function);
            end.setString(4, evidence);
            end.executeUpdate();
        }
    }

    private static void map(Connection connection, Revision revision, int service, String function, String evidence)
            throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setInt(1, service);
            begin.setString(2, function);
            begin.setString(3, evidence);
            begin.setInt(4, revision.id());
            begin.setInt(5, service);
            begin.executeUpdate();
        }
    }
}
