package org.totalplace.spend.ledger;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.spend.payee.PayeeName;
import org.totalplace.spend.payee.Redaction;

/**
 * A slice of the ledger as SQL: the cheapest of the maintained sums that knows all that is asked, and the conditions on
 * it. The columns of every source are the ids {@code agency, delivery, service, payee, payee_agency}, then
 * {@code function, month, capital, pence, lines}.
 */
public final class SliceQuery {

    /** Asks for the lines that name nobody. */
    static final String NOBODY = "not-stated";

    /** Everything but printed payees. */
    private static final String SUMS = """
            (select t.agency, t.delivery, t.service, null::integer as payee, t.payee_agency, t.function, t.month,
                    t.capital, t.pence, t.lines
             from ledger_total t
             where t.year = :year and t.phase = :phase::phase and %s)
            """.formatted(inForce("t"));

    /** By printed payee, with the agency that the name means. */
    private static final String PAYEE_SUMS = """
            (select t.agency, t.delivery, t.service, t.payee, r.agency as payee_agency, f.function, t.month,
                    t.capital, t.pence, t.lines
             from payee_total t
             join service_function f on f.service = t.service and %s
             left join payee_resolution r on r.payee = t.payee and %s
             where t.year = :year and t.phase = :phase::phase and %s)
            """.formatted(inForce("f"), inForce("r"), inForce("t"));

    /** By printed payee, for names that mean no agency. */
    static final String NAME_SUMS = """
            (select t.agency, t.delivery, t.service, t.payee, null::smallint as payee_agency, f.function, t.month,
                    t.capital, t.pence, t.lines
             from payee_total t
             join service_function f on f.service = t.service and %s
             where t.year = :year and t.phase = :phase::phase and %s)
            """.formatted(inForce("f"), inForce("t"));

    private static final String OF_PLACE =
            "select m.agency from place_member m where m.place = :place and " + inForce("m");

    private static final String REGISTERED = "select g.agency from registration g where " + inForce("g");

    private final Slice slice;
    private final String source;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param groupings what the source must be able to tell apart, beside what narrows the slice */
    public SliceQuery(Slice slice, Set<Grouping> groupings, int revision) {
        this.slice = slice;
        this.source = source(slice, groupings);
        parameters.put("year", slice.year().start());
        parameters.put("phase", slice.phase().code());
        parameters.put("revision", revision);
        narrow(slice, "x.agency", parameters, conditions);
    }

    private static String source(Slice slice, Set<Grouping> groupings) {
        boolean payees = groupings.contains(Grouping.PAYEE) || slice.payee() != null;
        return payees ? PAYEE_SUMS : SUMS;
    }

    /** Whether the source is of those that {@link PayeeSumsSettled} has to look after. */
    boolean readsPayees() {
        return source.equals(PAYEE_SUMS);
    }

    /**
     * Conditions on the aliases a (agency), s (service line), x (source), n (payee name), b (agency paid) and d
     * (delivery).
     *
     * @param agency the column that holds the agency's id
     */
    static void narrow(Slice slice, String agency, Map<String, Object> parameters, List<String> conditions) {
        narrowToPlace(slice, agency, parameters, conditions);
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
        if (slice.kind() != null) {
            conditions.add(slice.kind().condition("x.capital"));
        }
        if (slice.payee() != null) {
            narrowToPayee(slice.payee(), parameters, conditions);
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

    /** An agency that is asked for by its code is shown wherever it belongs. */
    private static void narrowToPlace(
            Slice slice, String agency, Map<String, Object> parameters, List<String> conditions) {
        if (slice.place() != null) {
            conditions.add(agency + " in (" + OF_PLACE + ")");
            parameters.put("place", slice.place());
        } else if (slice.agency() == null && slice.delivery() == null) {
            conditions.add(agency + " in (" + REGISTERED + ")");
        }
    }

    private static void narrowToPayee(String payee, Map<String, Object> parameters, List<String> conditions) {
        if (payee.equals(NOBODY)) {
            conditions.add("x.payee is null");
        } else if (payee.equals(Redaction.SHOWN)) {
            conditions.add("n.redacted");
        } else {
            conditions.add("n.normalised = :payee");
            parameters.put("payee", PayeeName.of(payee).normalised());
        }
    }

    /**
     * The FROM and WHERE clauses of a source of the caller's own, with the aliases x (source), a (agency), d
     * (delivery), s (service line), n (payee name) and b (agency paid).
     *
     * @param of a sub-select with the columns of every source
     */
    public String fromWhere(String of) {
        return """
                from %s x
                join agency a on a.id = x.agency
                left join posted_delivery d on d.number = x.delivery
                left join service_line s on s.id = x.service
                left join payee_name n on n.id = x.payee
                left join agency b on b.id = x.payee_agency
                """.formatted(of) + where(conditions);
    }

    /**
     * The same with those joins alone that the conditions need: for sums over many rows.
     *
     * @param of null for the maintained sums
     */
    public String narrowed(@Nullable String of) {
        return narrowed(of, "", List.of());
    }

    /**
     * @param of null for the maintained sums
     * @param moreJoins joins of the caller's own, or nothing
     * @param moreConditions of the caller's own
     */
    String narrowed(@Nullable String of, String moreJoins, List<String> moreConditions) {
        List<String> all = new ArrayList<>(conditions);
        all.addAll(moreConditions);
        return "from " + (of == null ? source : of) + " x\n" + joins() + moreJoins + where(all);
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + "\n";
    }

    private String joins() {
        StringBuilder joins = new StringBuilder();
        if (slice.agency() != null) {
            joins.append("join agency a on a.id = x.agency\n");
        }
        if (slice.delivery() != null) {
            joins.append("join posted_delivery d on d.number = x.delivery\n");
        }
        if (slice.service() != null) {
            joins.append("join service_line s on s.id = x.service\n");
        }
        if (slice.payee() != null) {
            joins.append("left join payee_name n on n.id = x.payee\n");
        }
        if (slice.payeeAgency() != null) {
            joins.append("join agency b on b.id = x.payee_agency\n");
        }
        return joins.toString();
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
