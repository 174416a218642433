package org.totalplace.spend.ledger;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.spend.payee.PayeeName;

/**
 * A slice of the ledger as SQL: the cheapest source that knows all that is asked, and the conditions on it. The columns
 * of every source are the ids {@code agency, delivery, service, payee, payee_agency}, then
 * {@code function, month, pence, lines}.
 */
public final class SliceQuery {

    /** The maintained sums: everything but printed payees. */
    private static final String SUMS = """
            (select t.agency, t.delivery, t.service, null::integer as payee, t.payee_agency, t.function, t.month,
                    t.pence, t.lines
             from ledger_total t
             where t.year = :year and t.phase = :phase::phase and %s)
            """.formatted(inForce("t"));

    /** The maintained sums by printed payee: neither services nor months. */
    private static final String PAYEE_SUMS = """
            (select p.agency, p.delivery, null::integer as service, p.payee, r.agency as payee_agency,
                    null::text as function, null::date as month, p.pence, p.lines
             from payee_total p
             join posted_delivery d on d.number = p.delivery and d.phase = :phase::phase and %s
             left join payee_resolution r on r.payee = p.payee and %s
             where p.year = :year)
            """.formatted(inForce("d"), inForce("r"));

    /** The lines themselves. */
    private static final String LINES = """
            (select s.agency, l.delivery, l.service, l.payee, r.agency as payee_agency, f.function,
                    date_trunc('month', l.paid_on)::date as month, l.pence, 1 as lines
             from ledger_line l
             join posted_delivery d on d.number = l.delivery and d.phase = :phase::phase and %s
             join service_line s on s.id = l.service
             join service_function f on f.service = l.service and %s
             left join payee_resolution r on r.payee = l.payee and %s
             where l.year = :year)
            """.formatted(inForce("d"), inForce("f"), inForce("r"));

    private final String source;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param groupings what the source must be able to tell apart, beside what narrows the slice */
    public SliceQuery(Slice slice, Set<Grouping> groupings, int revision) {
        this.source = source(slice, groupings);
        parameters.put("year", slice.year().start());
        parameters.put("phase", slice.phase().code());
        parameters.put("revision", revision);
        narrow(slice, parameters, conditions);
    }

    private static String source(Slice slice, Set<Grouping> groupings) {
        boolean payees = groupings.contains(Grouping.PAYEE) || slice.payee() != null;
        boolean more = groupings.contains(Grouping.FUNCTION)
                || groupings.contains(Grouping.SERVICE)
                || groupings.contains(Grouping.MONTH)
                || slice.function() != null
                || slice.service() != null
                || slice.month() != null;
        if (!payees) {
            return SUMS;
        }
        return more ? LINES : PAYEE_SUMS;
    }

    /**
     * Conditions on the aliases a (agency), s (service line), x (source), n (payee name), b (agency paid) and d
     * (delivery).
     */
    static void narrow(Slice slice, Map<String, Object> parameters, List<String> conditions) {
        if (slice.agency() != null) {
            conditions.add("a.code = :agency");
            parameters.put("agency", slice.agency().value());
        }
        if (slice.function() != null) {
            conditions.add("(x.function = :function or x.function like :function || '.%')");
            parameters.put("function", slice.function());
        }
        if (slice.service() != null) {
            conditions.add("s.code = :service");
            parameters.put("service", slice.service());
        }
        if (slice.month() != null) {
            conditions.add("x.month = :month");
            parameters.put("month", slice.month().atDay(1));
        }
        if (slice.payee() != null) {
            conditions.add("n.normalised = :payee");
            parameters.put("payee", PayeeName.of(slice.payee()).normalised());
        }
        if (slice.payeeAgency() != null) {
            conditions.add("b.code = :payeeAgency");
            parameters.put("payeeAgency", slice.payeeAgency().value());
        }
        if (slice.delivery() != null) {
            conditions.add("d.delivery = :delivery");
            parameters.put("delivery", slice.delivery());
        }
    }

    /**
     * The FROM and WHERE clauses, with the aliases x (source), a (agency), d (delivery), s (service line), n (payee
     * name) and b (agency paid).
     *
     * @param moreJoins joins of the caller's own, or nothing
     */
    public String fromWhere(String moreJoins) {
        String from = """
                from %s x
                join agency a on a.id = x.agency
                left join posted_delivery d on d.number = x.delivery
                left join service_line s on s.id = x.service
                left join payee_name n on n.id = x.payee
                left join agency b on b.id = x.payee_agency
                %s
                """.formatted(source, moreJoins);
        return conditions.isEmpty() ? from : from + "where " + String.join(" and ", conditions) + "\n";
    }

    /** Binds all parameters, {@code revision} among them. */
    public DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement) {
        var bound = statement;
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            bound = bound.bind(parameter.getKey(), parameter.getValue());
        }
        return bound;
    }
}
