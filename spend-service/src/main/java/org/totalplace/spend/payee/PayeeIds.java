package org.totalplace.spend.payee;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids of printed names, which are taken up as they arrive, within the transaction that posts their lines. Another
 * transaction that takes up the same name waits until this one has ended.
 */
public final class PayeeIds {

    /** Files may hold any number of names; those that come again soon are remembered. */
    private static final int KEPT = 100_000;

    private static final String FIND = """
            select a.place, n.id, n.redacted from unnest(?::text[]) with ordinality a (printed, place)
            join payee_name n on n.printed = a.printed
            """;

    private static final String TAKE_UP = """
            insert into payee_name (printed, normalised, redacted, looks_public)
            select * from unnest(?::text[], ?::text[], ?::boolean[], ?::boolean[]) n (printed, normalised, redacted, public)
            order by n.printed
            on conflict (printed) do nothing
            returning id
            """;

    private final Connection connection;
    private final Map<String, Known> ids = new HashMap<>();
    private final List<Integer> taken = new ArrayList<>();

    public PayeeIds(Connection connection) {
        this.connection = connection;
    }

    /**
     * A name that was taken up.
     *
     * @param redacted whether it stands in place of a name
     */
    public record Known(int id, boolean redacted) {}

    /** Null for a name that is not known yet. */
    public @Nullable Known of(String printed) {
        return ids.get(printed);
    }

    /** Forgets what is known if so many more names would be too many. */
    public void makeRoom(int more) {
        if (ids.size() + more > KEPT) {
            ids.clear();
        }
    }

    /** Makes names known that are not, as {@link PayeeName#of} has them printed. */
    public void know(Set<String> printed) throws SQLException {
        List<String> unknown = find(List.copyOf(printed));
        if (!unknown.isEmpty()) {
            takeUp(unknown);
            List<String> lost = find(unknown);
            if (!lost.isEmpty()) {
                throw new SQLException(lost.size() + " names of payees could not be taken up");
            }
        }
    }

    /** Ids of the names that nobody had printed before. */
    List<Integer> taken() {
        return taken;
    }

    /** Finds the ids of these names, and gives back those that have none. */
    private List<String> find(List<String> printed) throws SQLException {
        if (printed.isEmpty()) {
            return printed;
        }
        List<@Nullable String> missing = new ArrayList<>(printed);
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setArray(1, connection.createArrayOf("text", printed.toArray()));
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    int place = rows.getInt(1) - 1;
                    ids.put(printed.get(place), new Known(rows.getInt(2), rows.getBoolean(3)));
                    missing.set(place, null);
                }
            }
        }
        return missing.stream().filter(Objects::nonNull).toList();
    }

    private void takeUp(List<String> printed) throws SQLException {
        List<PayeeName> names = printed.stream().map(PayeeName::of).toList();
        try (PreparedStatement takeUp = connection.prepareStatement(TAKE_UP)) {
            takeUp.setArray(1, connection.createArrayOf("text", printed.toArray()));
            takeUp.setArray(
                    2,
                    connection.createArrayOf(
                            "text", names.stream().map(PayeeName::normalised).toArray()));
            takeUp.setArray(
                    3,
                    connection.createArrayOf(
                            "boolean", names.stream().map(PayeeName::redacted).toArray()));
            takeUp.setArray(
                    4,
                    connection.createArrayOf(
                            "boolean", names.stream().map(PayeeIds::looksPublic).toArray()));
            try (ResultSet rows = takeUp.executeQuery()) {
                while (rows.next()) {
                    taken.add(rows.getInt(1));
                }
            }
        }
    }

    static boolean looksPublic(PayeeName name) {
        return !name.redacted() && PublicWords.areIn(name.normalised());
    }
}
