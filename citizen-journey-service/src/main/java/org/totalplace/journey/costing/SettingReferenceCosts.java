package org.totalplace.journey.costing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** Keeps the reference costs, every version; their lines are due to be costed in all their years. */
@Component
class SettingReferenceCosts {

    private static final String SET = """
            with asked as (
                select ?::text as agency, ?::text as service, ?::text as type, ?::text as value, ?::bigint as pence,
                       ?::text as unit, ?::text as source, ?::smallint as year, ?::smallint as price_base,
                       ?::smallint as grade, ?::text as bearer
            ), latest as (
                select r.* from reference_cost r join asked using (agency, service, type, value)
                 order by r.version desc limit 1
            ), written as (
                insert into reference_cost (agency, service, type, value, version, pence, unit, source, year, price_base,
                                            grade, bearer, author, set_at)
                select agency, service, type, value, coalesce((select version from latest), 0) + 1, pence, unit, source, year,
                       price_base, grade, bearer, ?, ?
                  from asked a
                 where not exists (
                       select from latest l
                        where (l.pence, l.unit, l.source, l.year, l.price_base, l.grade, l.bearer)
                              is not distinct from (a.pence, a.unit, a.source, a.year, a.price_base, a.grade, a.bearer))
                returning agency, service
            )
            """ + CostingTurns.LINES_DUE;

    private static final String ALL = """
            select r.*, lead(version) over line is null as in_force
              from reference_cost r
            window line as (partition by agency, service, type, value order by version)
             order by agency, service, type, value, version desc
            """;

    private static final String IN_FORCE_AT = """
            select *, true as in_force
              from (select distinct on (agency, service, type, value) *
                      from reference_cost where set_at <= ? order by agency, service, type, value, version desc) latest
             where pence is not null
             order by agency, service, type, value
            """;

    private static final String SERIES_AT = """
            select s.source, d.year, d.index, d.status
              from (select number, source from deflator_series where set_at <= ? order by number desc limit 1) s
              join deflator d on d.series = s.number
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    SettingReferenceCosts(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A cost as it was set. */
    record Version(ReferenceCost cost, int version, boolean inForce, String author, Instant setAt) {}

    /** Sets all or none; a cost that is in force already stays as it is. */
    int set(List<ReferenceCost> costs, String author) throws Exception {
        return database.inTransaction(connection -> set(connection, costs, author));
    }

    private int set(Connection connection, List<ReferenceCost> costs, String author) throws SQLException {
        Timestamp now = Timestamp.from(CostingTurns.take(connection, clock.instant()));
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            for (ReferenceCost cost : costs) {
                bind(set, cost);
                set.setString(12, author);
                set.setTimestamp(13, now);
                set.executeUpdate();
            }
        }
        return costs.size();
    }

    private static void bind(PreparedStatement set, ReferenceCost cost) throws SQLException {
        Pence pence = cost.cost();
        set.setString(1, cost.agency());
        set.setString(2, cost.service());
        set.setString(3, Objects.requireNonNullElse(cost.type(), ""));
        set.setString(4, cost.value().code());
        set.setObject(5, pence == null ? null : pence.value(), Types.BIGINT);
        set.setString(6, cost.unit());
        set.setString(7, cost.source());
        set.setInt(8, cost.year().start());
        set.setInt(9, cost.priceBase().start());
        set.setInt(10, cost.grade());
        set.setString(11, cost.bearer());
    }

    /** Every version, the latest of each cost first. */
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

    /** Those in force at a moment, in the prices of a year by the series of that moment. */
    List<InflatedCost> inflatedTo(FinancialYear year, Instant at) throws Exception {
        return database.inTransaction(connection -> {
            Map<FinancialYear, InflatedCost.Price> series = series(connection, at);
            List<InflatedCost> costs = new ArrayList<>();
            try (var select = connection.prepareStatement(IN_FORCE_AT)) {
                select.setTimestamp(1, Timestamp.from(at));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        costs.add(InflatedCost.of(version(row).cost(), year, series));
                    }
                }
            }
            return costs;
        });
    }

    private static Map<FinancialYear, InflatedCost.Price> series(Connection connection, Instant at)
            throws SQLException {
        Map<FinancialYear, InflatedCost.Price> series = new HashMap<>();
        try (var select = connection.prepareStatement(SERIES_AT)) {
            select.setTimestamp(1, Timestamp.from(at));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    series.put(
                            new FinancialYear(row.getInt("year")),
                            new InflatedCost.Price(
                                    row.getBigDecimal("index"), row.getString("status"), row.getString("source")));
                }
            }
        }
        return series;
    }

    private static Version version(ResultSet row) throws SQLException {
        String type = row.getString("type");
        Long pence = row.getObject("pence", Long.class);
        return new Version(
                new ReferenceCost(
                        row.getString("agency"),
                        row.getString("service"),
                        type.isEmpty() ? null : type,
                        ValueKind.ofCode(row.getString("value")).orElseThrow(),
                        pence == null ? null : new Pence(pence),
                        row.getString("unit"),
                        row.getString("source"),
                        new FinancialYear(row.getInt("year")),
                        new FinancialYear(row.getInt("price_base")),
                        row.getInt("grade"),
                        row.getString("bearer")),
                row.getInt("version"),
                row.getBoolean("in_force"),
                row.getString("author"),
                row.getTimestamp("set_at").toInstant());
    }
}
