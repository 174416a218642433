package org.totalplace.spend.ledger;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.payee.Redaction;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;

/**
 * Reads the lines of a slice, in the order of their deliveries and rows. The maintained sums say in which deliveries it
 * has any, so that a payee's few lines are not looked for among all lines of a year.
 */
@Component
class LinesQuery {

    private static final String SELECT = """
            select x.number, x.row, x.part, a.code as agency, d.delivery, x.paid_on, x.pence, d.phase::text as phase,
                   case when n.redacted then '%s' else n.printed end as payee, b.code as payee_agency,
                   s.code as service, x.service_name, x.function, x.purpose, x.category, x.reference,
                   case when x.capital then 'capital' when not x.capital then 'revenue' end as kind
            from (select l.delivery as number, l.row, l.part, l.paid_on, l.pence, l.payee, l.service, l.purpose, l.category,
                         l.reference, l.capital, f.function, f.name as service_name,
                         date_trunc('month', l.paid_on)::date as month
                  from ledger_line l
                  join service_function f on f.service = l.service and %s
                  where l.year = :year and l.delivery = any (:deliveries) and l.row between :fromRow and :toRow) x
            join posted_delivery d on d.number = x.number and d.phase = :phase::phase and %s
            join service_line s on s.id = x.service
            join agency a on a.id = s.agency
            left join payee_name n on n.id = x.payee
            left join payee_resolution r on r.payee = x.payee and %s
            """.formatted(Redaction.SHOWN, inForce("f"), inForce("d"), inForce("r"));

    private static final String PAID_BY_NAME = "left join agency b on b.id = r.agency\n";

    private static final String TRANSFERRED = """
            join transfer_line t on t.delivery = x.number and t.row = x.row and t.part = x.part and t.year = :year
                                    and %s%%s
            join agency b on b.id = t.payee
            """.formatted(inForce("t"));

    private final DatabaseClient database;
    private final PayeeSumsSettled sums;

    LinesQuery(DatabaseClient database, PayeeSumsSettled sums) {
        this.database = database;
        this.sums = sums;
    }

    /** A line and its place in the order. */
    record Placed(int number, int part, Line line) {}

    /** Where to go on: after this delivery number, row and part of the row. */
    record After(int number, long row, int part) {}

    /** @param limit how many at most; 0 for all */
    Flux<Placed> of(Slice slice, int revision, @Nullable After after, int limit) {
        Flux<Placed> lines = deliveries(slice, revision, after == null ? 0 : after.number())
                .collectList()
                .flatMapIterable(posted -> Stretch.of(posted, after))
                .concatMap(stretch -> of(stretch, slice, revision, after, limit), 1);
        return limit > 0 ? lines.take(limit) : lines;
    }

    /** Those that the slice has lines in, from a number on. */
    private Flux<Stretch.Posted> deliveries(Slice slice, int revision, int from) {
        SliceQuery query = new SliceQuery(slice, Set.of(), revision);
        String beyond = slice.transfers() == null ? null : LineSource.transfers(slice);
        String sql = "select number, lines, last_row from posted_delivery where number in (select x.delivery "
                + query.narrowed(beyond, "", List.of("x.delivery >= :from")) + ") order by number";
        return sums.before(
                query,
                query.bind(database.sql(sql))
                        .bind("from", from)
                        .map(LinesQuery::posted)
                        .all());
    }

    private static Stretch.Posted posted(Readable row) {
        return new Stretch.Posted(
                Objects.requireNonNull(row.get("number", Integer.class)),
                Objects.requireNonNull(row.get("lines", Integer.class)),
                Objects.requireNonNull(row.get("last_row", Long.class)));
    }

    private Flux<Placed> of(Stretch stretch, Slice slice, int revision, @Nullable After after, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        parameters.put("year", slice.year().start());
        parameters.put("phase", slice.phase().code());
        parameters.put("revision", revision);
        parameters.put("deliveries", stretch.deliveries().toArray(Integer[]::new));
        parameters.put("fromRow", stretch.fromRow());
        parameters.put("toRow", stretch.toRow());
        SliceQuery.narrow(slice, "s.agency", parameters, conditions);
        if (slice.standing() != null) {
            conditions.add(LineSource.standing(slice.standing(), "x.payee"));
        }
        if (after != null) {
            conditions.add("(x.number, x.row, x.part) > (:afterNumber, :afterRow, :afterPart)");
            parameters.put("afterNumber", after.number());
            parameters.put("afterRow", after.row());
            parameters.put("afterPart", after.part());
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        String sql = SELECT + paid(slice) + where + "\norder by x.number, x.row, x.part"
                + (limit > 0 ? " limit " + limit : "");
        DatabaseClient.GenericExecuteSpec statement = database.sql(sql)
                // Streamed: a whole year is never held in memory.
                .filter(prepared -> prepared.fetchSize(1_000));
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            statement = statement.bind(parameter.getKey(), parameter.getValue());
        }
        return statement.map(LinesQuery::placed).all();
    }

    private static String paid(Slice slice) {
        Slice.Transfers transfers = slice.transfers();
        return transfers == null ? PAID_BY_NAME : TRANSFERRED.formatted(LineSource.kind(transfers, "t.kind"));
    }

    private static Placed placed(Readable row) {
        Line line = new Line(
                text(row, "agency"),
                Objects.requireNonNull(row.get("delivery", UUID.class)),
                Objects.requireNonNull(row.get("row", Long.class)),
                Objects.requireNonNull(row.get("paid_on", LocalDate.class)),
                new Pence(Objects.requireNonNull(row.get("pence", Long.class))).pounds(),
                text(row, "phase"),
                row.get("payee", String.class),
                row.get("payee_agency", String.class),
                text(row, "service"),
                row.get("service_name", String.class),
                text(row, "function"),
                row.get("purpose", String.class),
                row.get("category", String.class),
                row.get("reference", String.class),
                row.get("kind", String.class));
        return new Placed(
                Objects.requireNonNull(row.get("number", Integer.class)),
                Objects.requireNonNull(row.get("part", Integer.class)),
                line);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
