package org.totalplace.journey.costing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;

/** Keeps the split rules, every version; lines whose rule changed are due to be costed in all their years. */
@Component
class SettingSplitRules {

    private static final String SET = """
            with asked as (
                select ?::text as agency, ?::text as service, ?::text as type, ?::text as rule
            ), latest as (
                select r.version, r.rule from split_rule r join asked using (agency, service, type) order by r.version desc limit 1
            ), written as (
                insert into split_rule (agency, service, type, version, rule, author, set_at)
                select agency, service, type, coalesce((select version from latest), 0) + 1, rule, ?, ?
                  from asked where (select rule from latest) is distinct from asked.rule
                returning agency, service
            )
            """ + CostingTurns.LINES_DUE;

    private static final String ALL = """
            select agency, service, type, version, rule, author, set_at, lead(version) over line is null as in_force
              from split_rule
            window line as (partition by agency, service, type order by version)
             order by agency, service, type, version desc
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    SettingSplitRules(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A rule as it was set.
     *
     * @param type null where it is of the whole service line
     * @param rule null where the version took the rule back
     */
    record Version(
            String agency,
            String service,
            @Nullable String type,
            @Nullable String rule,
            int version,
            boolean inForce,
            String author,
            Instant setAt) {}

    /** Sets all or none; a rule that is in force already stays as it is. */
    int set(List<SplitRuleRequest> rules, String author) throws Exception {
        return database.inTransaction(connection -> set(connection, rules, author));
    }

    private int set(Connection connection, List<SplitRuleRequest> rules, String author) throws SQLException {
        Timestamp now = Timestamp.from(CostingTurns.take(connection, clock.instant()));
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            for (SplitRuleRequest rule : rules) {
                set.setString(1, rule.agency());
                set.setString(2, rule.service());
                set.setString(3, rule.typeOrAll());
                set.setString(4, rule.rule());
                set.setString(5, author);
                set.setTimestamp(6, now);
                set.executeUpdate();
            }
        }
        return rules.size();
    }

    List<Version> all() throws Exception {
        return database.inTransaction(connection -> {
            List<Version> versions = new ArrayList<>();
            try (var select = connection.prepareStatement(ALL);
                    var row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(version(row));
                }
            }
            return versions;
        });
    }

    private static Version version(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new Version(
                row.getString("agency"),
                row.getString("service"),
                type.isEmpty() ? null : type,
                row.getString("rule"),
                row.getInt("version"),
                row.getBoolean("in_force"),
                row.getString("author"),
                row.getTimestamp("set_at").toInstant());
    }
}
