package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.totalplace.linkage.Decisions;

/** Every decision that stewards hold to: the latest of each pair. */
public final class StewardsDecisions {

    private static final String LATEST = """
            select distinct on (subject_a, subject_b) subject_a, subject_b, decision
              from link_decision
             order by subject_a, subject_b, id desc
            """;

    private StewardsDecisions() {}

    public static Decisions inForce(Connection connection) throws SQLException {
        List<Decisions.Pair> joined = new ArrayList<>();
        List<Decisions.Pair> keptApart = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LATEST);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                var pair = new Decisions.Pair(row.getString(1), row.getString(2));
                switch (Decision.ofCode(row.getString(3)).orElseThrow()) {
                    case JOIN -> joined.add(pair);
                    case KEEP_APART -> keptApart.add(pair);
                }
            }
        }
        return Decisions.of(joined, keptApart);
    }
}
