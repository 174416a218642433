package org.totalplace.journey.community.circle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** Valuations of hours, by name; the platform ships none. Everything here blocks. */
@Component
class Valuations {

    private static final String SET = """
            insert into hour_valuation (code, name, source, pence_an_hour, price_year, set_by, set_at) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update
               set name = excluded.name, source = excluded.source, pence_an_hour = excluded.pence_an_hour,
                   price_year = excluded.price_year, set_by = excluded.set_by, set_at = excluded.set_at
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    Valuations(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void set(Valuation valuation, String by) throws Exception {
        database.inTransaction(connection -> Statements.run(
                connection,
                SET,
                valuation.code(),
                valuation.name(),
                valuation.source(),
                valuation.anHour().value(),
                valuation.year().start(),
                by,
                Timestamp.from(clock.instant())));
    }

    List<Valuation> all() throws Exception {
        return database.inTransaction(connection ->
                Rows.all(connection, "select * from hour_valuation order by code", Valuations::valuation));
    }

    Optional<Valuation> find(String code) throws Exception {
        return database.inTransaction(connection ->
                Rows.first(connection, "select * from hour_valuation where code = ?", Valuations::valuation, code));
    }

    private static Valuation valuation(ResultSet row) throws SQLException {
        return new Valuation(
                row.getString("code"),
                row.getString("name"),
                row.getString("source"),
                new Pence(row.getLong("pence_an_hour")),
                new FinancialYear(row.getInt("price_year")));
    }
}
