package org.totalplace.journey.costing;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;

/** The service lines of a year: those of the ledger, and those that only contacts or declarations name. */
@Component
class CostedLines {

    /** The ledger is read as it is now; what a costing that is due will attribute is in the residual until then. */
    private static final String LINES = """
            select agency, service, coalesce(a.name, t.service_name) as name, a.unit, t.pence as ledger,
                   case when t.pence is null then 0 else coalesce(c.attributed, 0) end as attributed,
                   coalesce(c.activity, a.units * 1000, 0) as activity, coalesce(c.counted, 0) as counted,
                   coalesce(c.known, 0) as known, coalesce(a.units * 1000 >= coalesce(c.counted, 0), false) as declared,
                   case when t.pence is null then c.reference end as reference,
                   case when t.pence is null then c.reference_attributed end as reference_attributed
              from (select * from service_total where year = :year and phase = 'payment') t
              full join (select * from line_cost where year = :year) c using (agency, service)
              full join (select * from service_activity where year = :year) a using (agency, service)
             order by agency, service
            """;

    private final DatabaseClient database;

    CostedLines(DatabaseClient database) {
        this.database = database;
    }

    Flux<LineCost> of(FinancialYear year) {
        return database.sql(LINES)
                .bind("year", year.start())
                .map(CostedLines::line)
                .all();
    }

    private static LineCost line(Readable row) {
        Long ledger = row.get("ledger", Long.class);
        Long reference = row.get("reference", Long.class);
        Long ofPersons = row.get("reference_attributed", Long.class);
        return new LineCost(
                Objects.requireNonNull(row.get("agency", String.class)),
                Objects.requireNonNull(row.get("service", String.class)),
                row.get("name", String.class),
                row.get("unit", String.class),
                ledger == null ? null : new Pence(ledger),
                new Pence(number(row, "attributed")),
                number(row, "activity"),
                number(row, "counted"),
                number(row, "known"),
                Boolean.TRUE.equals(row.get("declared", Boolean.class)),
                reference == null
                        ? null
                        : new LineCost.Referenced(new Pence(reference), new Pence(ofPersons == null ? 0 : ofPersons)));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
