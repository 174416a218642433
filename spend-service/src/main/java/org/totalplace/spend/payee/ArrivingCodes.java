package org.totalplace.spend.payee;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.totalplace.starter.bulk.CopyRows;

/**
 * The codes that arrive with the names of payees, counted, in a temporary table {@code arriving_code} of the
 * transaction that posts their delivery.
 */
public final class ArrivingCodes {

    /** So many uses are counted in memory; a file may hold any number of them. */
    private static final int KEPT = 20_000;

    private static final String TABLE = """
            create temporary table arriving_code (
                code text not null, payee integer not null, row bigint not null, lines bigint not null) on commit drop
            """;

    private final Connection connection;
    private final Map<Use, Rows> uses = new HashMap<>();

    public ArrivingCodes(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement create = connection.createStatement()) {
            create.execute(TABLE);
        }
    }

    private record Use(String code, int payee) {}

    private record Rows(long first, long count) {

        Rows and(Rows other) {
            return new Rows(Math.min(first, other.first), count + other.count);
        }
    }

    /** @param payee id of the name that the code stands with */
    public void add(String code, int payee, long row) {
        uses.merge(new Use(code, payee), new Rows(row, 1), Rows::and);
    }

    /** Whether {@link #store} should be called soon. */
    public boolean isFull() {
        return uses.size() >= KEPT;
    }

    /** Writes what was counted; the connection must be free for it. */
    public void store() throws SQLException {
        if (uses.isEmpty()) {
            return;
        }
        try (CopyRows copy = new CopyRows(connection, "arriving_code(code, payee, row, lines)")) {
            for (Map.Entry<Use, Rows> use : uses.entrySet()) {
                copy.text(use.getKey().code())
                        .number(use.getKey().payee())
                        .number(use.getValue().first())
                        .number(use.getValue().count());
                copy.endRow();
            }
            copy.finish();
        }
        uses.clear();
    }
}
