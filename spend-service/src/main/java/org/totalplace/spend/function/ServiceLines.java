package org.totalplace.spend.function;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    private static final String BODY = """
            select r.kind, r.name from registration r join agency a on a.id = r.agency where a.code = ? and r.until is null
            """;

    private static final String TAKE_UP_ALL = """
            insert into service_line (agency, code)
            select distinct a.id, l.service from arriving l join agency a on a.code = l.agency order by 1, 2
            on conflict (agency, code) do nothing
            """;

    private static final String WITHOUT_FUNCTION = """
            select distinct s.id, s.code, a.code as agency, r.kind, r.name
            from arriving l
            join agency a on a.code = l.agency
            join service_line s on s.agency = a.id and s.code = l.service
            left join registration r on r.agency = a.id and r.until is null
            where not exists (select from service_function f where f.service = s.id)
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

    /** Says which functions the service lines serve that these ids have taken up. */
    public static void describeNew(Connection connection, Revision revision, ServiceIds ids) throws SQLException {
        for (Map.Entry<String, FunctionRules.Mapped> mapped :
                mapped(connection, ids).entrySet()) {
            int service = Objects.requireNonNull(ids.taken().get(mapped.getKey()));
            write(connection, revision, service, null, new Standing(mapped.getValue(), null));
        }
    }

    /** Codes of the service lines that these ids have taken up and whose function no rule tells. */
    public static List<String> unmapped(Connection connection, ServiceIds ids) throws SQLException {
        return mapped(connection, ids).entrySet().stream()
                .filter(line -> line.getValue().function().equals(Cofog.UNMAPPED))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, FunctionRules.Mapped> mapped(Connection connection, ServiceIds ids) throws SQLException {
        Map<String, FunctionRules.Mapped> mapped = new TreeMap<>();
        if (!ids.taken().isEmpty()) {
            FunctionRules.Body body = bodyOf(connection, ids.agency());
            ids.taken()
                    .forEach((code, service) ->
                            mapped.put(code, FunctionRules.functionOf(code, null, ids.words(service), body)));
        }
        return mapped;
    }

    /**
     * Takes up the service lines of the temporary table {@code arriving}, of the agency of each of its rows. To be
     * called before the turn of a revision is taken, since it may have to wait for another posting to end.
     */
    public static void takeUpAll(Connection connection) throws SQLException {
        try (Statement takeUp = connection.createStatement()) {
            takeUp.executeUpdate(TAKE_UP_ALL);
        }
    }

    /** Says which functions those service lines of {@code arriving} serve of which nothing is said yet. */
    public static void describeAll(Connection connection, Revision revision) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(WITHOUT_FUNCTION);
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            // Hundreds of bodies have the same few services.
            Map<String, FunctionRules.Mapped> words = new HashMap<>();
            while (rows.next()) {
                FunctionRules.Mapped mapped = FunctionRules.of(
                        words.computeIfAbsent(rows.getString("code"), code -> FunctionRules.functionOf(code, null)),
                        body(rows.getString("agency"), rows.getString("kind"), rows.getString("name")));
                begin.setInt(1, rows.getInt(1));
                begin.setString(2, mapped.function());
                begin.setString(3, mapped.evidence());
                begin.setString(4, null);
                begin.setInt(5, revision.id());
                begin.addBatch();
            }
            begin.executeBatch();
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
     * @param service its id
     */
    public static void describe(
            Connection connection,
            Revision revision,
            AgencyCode agency,
            int service,
            String code,
            @Nullable String name,
            @Nullable String function)
            throws SQLException {
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

    private static FunctionRules.@Nullable Body bodyOf(Connection connection, AgencyCode agency) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BODY)) {
            select.setString(1, agency.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new FunctionRules.Body(row.getString(1), row.getString(2)) : null;
            }
        }
    }

    /**
     * The id of a service line, which is taken up if the agency never had it. To be called before the turn of a
     * revision is taken, since it may have to wait for a posting to end.
     */
    public static int saved(Connection connection, AgencyCode agency, String code) throws SQLException {
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
