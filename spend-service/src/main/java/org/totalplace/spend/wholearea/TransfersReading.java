package org.totalplace.spend.wholearea;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import io.r2dbc.spi.Readable;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.ledger.Grouping;
import org.totalplace.spend.ledger.LineSource;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.ledger.SliceQuery;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;

/** Reads the payments between agencies of the place, with the names that were taken for the payee. */
@Component
class TransfersReading {

    private static final String SELECT = """
            select a.code as payer, b.code as payee, coalesce(n.printed, 'not stated') as printed,
                   coalesce((select 'declared by ' || c.declared_by || ': ' || c.reason from declared_transfer c
                             where c.id = x.declared and %s),
                            (select r.evidence from payee_resolution r where r.payee = x.payee and %s), '') as evidence,
                   x.kind, x.rule, d.delivery, sum(x.pence)::bigint as pence, sum(x.lines)::bigint as lines
            """.formatted(inForce("c"), inForce("r"));

    private static final String GROUP = """
            group by a.code, b.code, n.printed, x.payee, x.declared, x.kind, x.rule, d.delivery
            order by a.code, b.code, n.printed, x.kind, x.rule, d.delivery
            """;

    private final DatabaseClient database;

    TransfersReading(DatabaseClient database) {
        this.database = database;
    }

    /** By payer, payee, printed name, kind and delivery. */
    Flux<TransferName> of(Slice slice, int revision) {
        SliceQuery query = new SliceQuery(slice, EnumSet.noneOf(Grouping.class), revision);
        return query.bind(database.sql(SELECT + query.fromWhere(LineSource.transfers(slice)) + GROUP))
                .map(TransfersReading::name)
                .all();
    }

    private static TransferName name(Readable row) {
        return new TransferName(
                new AgencyCode(text(row, "payer")),
                new AgencyCode(text(row, "payee")),
                text(row, "printed"),
                text(row, "evidence"),
                text(row, "kind"),
                text(row, "rule"),
                Objects.requireNonNull(row.get("delivery", UUID.class)),
                new Pence(Objects.requireNonNull(row.get("pence", Long.class))),
                Objects.requireNonNull(row.get("lines", Long.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
