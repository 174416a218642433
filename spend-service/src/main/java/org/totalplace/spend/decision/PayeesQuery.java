package org.totalplace.spend.decision;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.body.Body;
import org.totalplace.spend.body.BodyName;
import org.totalplace.spend.ledger.PayeeSumsSettled;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;

/** Reads printed names with their meaning and the money that they stand for. Redacted ones are never among them. */
@Component
class PayeesQuery {

    private static final String NAMES = """
            with chosen as (
                select n.id, n.printed, n.normalised, a.code as agency, r.body, r.evidence,
                       case when r.agency is not null then 'agency' when r.body is not null then 'body'
                            when r.payee is null and n.looks_public then 'possible-body' else 'other' end as standing
                from payee_name n
                left join payee_resolution r on r.payee = n.id and r.until is null
                left join agency a on a.id = r.agency
                where not n.redacted and %s
            ), paid as (
                select t.payee, sum(t.pence)::bigint as pence, sum(t.lines)::bigint as lines
                from payee_total t join chosen c on c.id = t.payee
                where t.phase = 'payment' and t.until is null
                group by t.payee
            )
            select c.*, coalesce(p.pence, 0) as pence, coalesce(p.lines, 0) as lines
            from chosen c left join paid p on p.payee = c.id
            order by coalesce(p.pence, 0) desc, c.printed limit :limit
            """;

    private static final String ASKED = NAMES.formatted("position(:words in n.normalised) > 0");

    /** Names with no meaning yet, whose words or whose likeness to an agency's make them worth a look. */
    private static final String UNRESOLVED =
            NAMES.formatted("r.payee is null and (n.looks_public or n.normalised ~ :telling)");

    private final DatabaseClient database;
    private final PayeeSumsSettled sums;

    PayeesQuery(DatabaseClient database, PayeeSumsSettled sums) {
        this.database = database;
        this.sums = sums;
    }

    /** @param words that must stand in the normalised name; empty for all names */
    Flux<PayeeShown> asked(String words, int limit) {
        return sums.settled()
                .thenMany(database.sql(ASKED)
                        .bind("words", BodyName.normalised(words))
                        .bind("limit", limit)
                        .map(PayeesQuery::payee)
                        .all());
    }

    /** @param telling a pattern of words that are agencies' own */
    Flux<PayeeShown> unresolved(String telling, int limit) {
        return sums.settled()
                .thenMany(database.sql(UNRESOLVED)
                        .bind("telling", telling)
                        .bind("limit", limit)
                        .map(PayeesQuery::payee)
                        .all());
    }

    private static PayeeShown payee(Readable row) {
        String body = row.get("body", String.class);
        return new PayeeShown(
                Objects.requireNonNull(row.get("printed", String.class)),
                Objects.requireNonNull(row.get("normalised", String.class)),
                Objects.requireNonNull(row.get("standing", String.class)),
                row.get("agency", String.class),
                body,
                body == null
                        ? null
                        : Bodies.official().byCode(body).map(Body::name).orElse(null),
                row.get("evidence", String.class),
                new Pence(Objects.requireNonNull(row.get("pence", Long.class))).pounds(),
                Objects.requireNonNull(row.get("lines", Long.class)));
    }
}
