package org.totalplace.spend.ledger;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import org.jspecify.annotations.Nullable;
import org.totalplace.spend.payee.PayeeStanding;

/**
 * The lines of a slice as SQL, for questions that the maintained sums do not know the answer of: what a payee stands
 * as, and what was a transfer. The columns are those of every source of a {@link SliceQuery}; those of transfers also
 * have {@code kind, rule, declared}.
 */
public final class LineSource {

    private static final String LINES = """
            (select s.agency, l.delivery, l.service, l.payee, r.agency as payee_agency, f.function,
                    date_trunc('month', l.paid_on)::date as month, l.capital, l.pence, 1 as lines
             from ledger_line l
             join posted_delivery j on j.number = l.delivery and j.phase = :phase::phase and %s
             join service_line s on s.id = l.service
             join service_function f on f.service = l.service and %s
             left join payee_name n on n.id = l.payee
             left join payee_resolution r on r.payee = l.payee and %s
             where l.year = :year and %%s)
            """.formatted(inForce("j"), inForce("f"), inForce("r"));

    private static final String TRANSFERS = """
            (select t.payer as agency, t.delivery, t.service, t.printed as payee, t.payee as payee_agency, f.function,
                    date_trunc('month', t.paid_on)::date as month, t.capital, t.pence, 1 as lines, t.kind, t.rule,
                    t.declared
             from transfer_line t
             join service_function f on f.service = t.service and %s
             left join payee_name n on n.id = t.printed
             left join payee_resolution r on r.payee = t.printed and %s
             where t.year = :year and t.phase = :phase::phase and %s and %%s)
            """.formatted(inForce("f"), inForce("r"), inForce("t"));

    private static final String NAMED_ONLY = "t.declared is null";

    private LineSource() {}

    /** The sub-select that a slice needs; null where the maintained sums will do. */
    public static @Nullable String beyondSums(Slice slice) {
        if (slice.transfers() != null) {
            return transfers(slice);
        }
        return slice.standing() == null ? null : LINES.formatted(standing(slice.standing(), "l.payee"));
    }

    /**
     * The transfers among the lines of a slice. Whom a declared transfer goes to the payee's name does not say: a slice
     * that asks by the name's agency leaves it out, unless it asks for transfers.
     */
    public static String transfers(Slice slice) {
        String condition = slice.standing() == null ? "true" : standing(slice.standing(), "t.printed");
        Slice.Transfers asked = slice.transfers();
        if (asked == null) {
            return TRANSFERS.formatted(slice.payeeAgency() == null ? condition : condition + " and " + NAMED_ONLY);
        }
        return TRANSFERS.formatted(condition + kind(asked, "t.kind"));
    }

    /** A further condition on the column that holds a transfer's kind, or nothing. */
    static String kind(Slice.Transfers asked, String column) {
        return asked.kind() == null
                ? ""
                : " and " + column + " = '" + asked.kind().code() + "'";
    }

    /**
     * What {@link PayeeStanding} says, as a condition on the aliases n (payee name) and r (resolution).
     *
     * @param payee the column that holds the printed payee's id
     */
    static String standing(PayeeStanding standing, String payee) {
        return switch (standing) {
            case NOT_NAMED -> payee + " is null";
            case REDACTED -> "n.redacted";
            case AGENCY -> "not n.redacted and r.agency is not null";
            case BODY -> "not n.redacted and r.body is not null";
            case POSSIBLE_BODY -> "not n.redacted and r.payee is null and n.looks_public";
            case OTHER ->
                "not n.redacted and r.agency is null and r.body is null"
                        + " and (r.payee is not null or not n.looks_public)";
        };
    }
}
