package org.totalplace.spend.function;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;

/**
 * The ids of one agency's service lines, which are taken up as they arrive, within the transaction that posts their
 * lines. Another transaction that takes up the same one waits until this one has ended: whoever does so must not hold
 * the turn of a revision.
 */
public final class ServiceIds {

    /** Where a column was mistaken for the service, a file may hold any number of them. */
    private static final int KEPT = 50_000;

    private static final String TAKE_UP = """
            insert into service_line (agency, code)
            select a.id, n.code from agency a, unnest(?::text[]) n (code) where a.code = ? order by n.code
            on conflict (agency, code) do nothing
            returning id, code
            """;

    private static final String FIND = """
            select s.id, s.code from service_line s join agency a on a.id = s.agency
            where a.code = ? and s.code = any (?)
            """;

    private final Connection connection;
    private final AgencyCode agency;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> taken = new TreeMap<>();
    private final ServiceWords words = new ServiceWords();

    public ServiceIds(Connection connection, AgencyCode agency) {
        this.connection = connection;
        this.agency = agency;
    }

    /** Null for a code that is not known yet. */
    public @Nullable Integer of(String code) {
        return ids.get(code);
    }

    /** Forgets what is known if so many more codes would be too many. */
    public void makeRoom(int more) {
        if (ids.size() + more > KEPT) {
            ids.clear();
        }
    }

    /**
     * What a line says of its service line, which tells its function if its code does not.
     *
     * @param service its id
     * @param pence with either sign
     */
    public void heard(int service, @Nullable String category, @Nullable String purpose, long pence) {
        words.add(service, category, purpose, pence);
    }

    /** Makes codes known that are not. */
    public void know(Set<String> codes) throws SQLException {
        if (codes.isEmpty()) {
            return;
        }
        find(codes);
        List<String> unknown =
                codes.stream().filter(code -> !ids.containsKey(code)).toList();
        if (!unknown.isEmpty()) {
            takeUp(unknown);
            find(unknown);
            if (!ids.keySet().containsAll(codes)) {
                throw new SQLException("The agency '" + agency + "' is not registered");
            }
        }
    }

    AgencyCode agency() {
        return agency;
    }

    /** The codes that the agency never had before, with their ids. */
    Map<String, Integer> taken() {
        return taken;
    }

    /** The money of each category or purpose of a service line that was taken up and whose code tells no function. */
    Map<String, Long> words(int service) {
        return words.of(service);
    }

    private void find(Collection<String> codes) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, agency.value());
            find.setArray(2, connection.createArrayOf("text", codes.toArray()));
            remember(find, ids::put);
        }
    }

    private void takeUp(List<String> codes) throws SQLException {
        try (PreparedStatement takeUp = connection.prepareStatement(TAKE_UP)) {
            takeUp.setArray(1, connection.createArrayOf("text", codes.toArray()));
            takeUp.setString(2, agency.value());
            remember(takeUp, this::take);
        }
    }

    private void take(String code, int service) {
        taken.put(code, service);
        if (FunctionRules.saysNothing(code)) {
            words.listenTo(service);
        }
    }

    private static void remember(PreparedStatement asked, ObjIntConsumer<String> into) throws SQLException {
        try (ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                into.accept(rows.getString(2), rows.getInt(1));
            }
        }
    }
}
