package org.totalplace.spend.ledger;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.function.Cofog;
import org.totalplace.spend.payee.Redaction;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;

/**
 * Sums a slice by any combination of groupings: first by the numbers that the sums are kept by, then, of the few rows
 * that remain, by what people read.
 */
@Component
class TotalsQuery {

    /** Which payees a question is about; each part is summed in the way that is cheap for it. */
    enum Payees {
        ALL,
        /** Names that mean an agency of the place. */
        AGENCIES,
        /** Lines that name nobody. */
        NOBODY,
        /** Names that stand in place of one. */
        REDACTED
    }

    private static final String PAYEE_SHOWN = """
            coalesce(min(gr.name), min(case when gn.redacted then '%s' else gn.printed end)) as payee,
            min(gb.code) as payee_agency
            """.formatted(Redaction.SHOWN);

    private static final String SERVICE_JOIN = """
            join service_line gs on gs.id = g.service
            join service_function gf on gf.service = gs.id and %s
            """.formatted(inForce("gf"));

    private static final String NAME_OF_AGENCY = """
            left join agency gb on gb.id = g.payee_agency
            left join registration gr on gr.agency = g.payee_agency and %s
            """.formatted(inForce("gr"));

    private final DatabaseClient database;
    private final PayeeSumsSettled sums;

    TotalsQuery(DatabaseClient database, PayeeSumsSettled sums) {
        this.database = database;
        this.sums = sums;
    }

    /**
     * @param offset how many totals to leave out
     * @param limit how many to give at most; 0 for all
     */
    Flux<Total> of(Slice slice, Set<Grouping> groupings, int revision, long offset, int limit) {
        return of(slice, groupings, Payees.ALL, revision, offset, limit);
    }

    Flux<Total> of(Slice slice, Set<Grouping> groupings, Payees payees, int revision, long offset, int limit) {
        boolean printed = groupings.contains(Grouping.PAYEE) && payees != Payees.AGENCIES;
        SliceQuery query = new SliceQuery(slice, printed ? Set.of(Grouping.PAYEE) : Set.of(), revision);
        List<String> kept = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        StringBuilder joins = new StringBuilder();
        for (Grouping grouping : groupings) {
            kept.add(kept(grouping, payees));
            shown.add(shown(grouping, payees));
            joins.append(joins(grouping, payees));
            if (grouping != Grouping.PAYEE || payees == Payees.ALL || payees == Payees.AGENCIES) {
                keys.add(key(grouping, payees));
            }
        }
        kept.removeIf(String::isEmpty);
        String inner = "select " + listed(kept, ", ")
                + "sum(x.pence)::bigint as pence, sum(x.lines)::bigint as lines\n"
                + narrowed(query, slice, payees) + (kept.isEmpty() ? "" : "group by " + list(kept));
        String sql = "select " + listed(shown, ", ")
                + "coalesce(sum(g.pence), 0)::bigint as pence, coalesce(sum(g.lines), 0)::bigint as lines\nfrom ("
                + inner + ") g\n" + joins
                + (groupings.isEmpty() ? "" : "where g.lines > 0\n" + (keys.isEmpty() ? GROUP_ALL : by(keys)))
                + "\noffset " + offset + (limit > 0 ? " limit " + limit : "");
        return sums.before(
                query,
                query.bind(database.sql(sql)).map(row -> total(row, groupings)).all());
    }

    private static String narrowed(SliceQuery query, Slice slice, Payees payees) {
        return query.narrowed(LineSource.beyondSums(slice), "", List.of(condition(payees)));
    }

    /** One group if there is anything, none otherwise. */
    private static final String GROUP_ALL = "having count(*) > 0";

    private static String by(List<String> keys) {
        return "group by " + list(keys) + "\norder by " + list(keys);
    }

    private static String list(List<String> parts) {
        return String.join(", ", parts);
    }

    private static String listed(List<String> parts, String end) {
        return parts.isEmpty() ? "" : list(parts) + end;
    }

    private static String condition(Payees payees) {
        return switch (payees) {
            case ALL -> "true";
            case AGENCIES -> "x.payee_agency is not null";
            case NOBODY -> "x.payee is null";
            case REDACTED -> "x.payee in (select id from payee_name where redacted) and x.payee_agency is null";
        };
    }

    private static String kept(Grouping grouping, Payees payees) {
        return switch (grouping) {
            case AGENCY -> "x.agency";
            case FUNCTION -> "x.function";
            case SERVICE -> "x.service";
            case MONTH -> "x.month";
            case CAPITAL -> "x.capital";
            case PAYEE ->
                switch (payees) {
                    case ALL -> "x.payee, x.payee_agency";
                    case AGENCIES -> "x.payee_agency";
                    case NOBODY, REDACTED -> "";
                };
        };
    }

    private static String shown(Grouping grouping, Payees payees) {
        return switch (grouping) {
            case AGENCY -> "ga.code as agency";
            case FUNCTION -> "g.function as function";
            case SERVICE -> "gs.code as service, min(gf.name) as service_name";
            case MONTH -> "to_char(g.month, 'YYYY-MM') as month";
            case CAPITAL -> "g.capital as capital";
            case PAYEE ->
                switch (payees) {
                    case ALL -> PAYEE_SHOWN;
                    case AGENCIES -> "min(gr.name) as payee, gb.code as payee_agency";
                    case NOBODY -> "null::text as payee, null::text as payee_agency";
                    case REDACTED -> "'" + Redaction.SHOWN + "' as payee, null::text as payee_agency";
                };
        };
    }

    private static String joins(Grouping grouping, Payees payees) {
        return switch (grouping) {
            case AGENCY -> "join agency ga on ga.id = g.agency\n";
            case SERVICE -> SERVICE_JOIN;
            case FUNCTION, MONTH, CAPITAL -> "";
            case PAYEE ->
                switch (payees) {
                    case ALL -> "left join payee_name gn on gn.id = g.payee\n" + NAME_OF_AGENCY;
                    case AGENCIES -> NAME_OF_AGENCY;
                    case NOBODY, REDACTED -> "";
                };
        };
    }

    private static String key(Grouping grouping, Payees payees) {
        return switch (grouping) {
            case AGENCY -> "ga.code";
            case FUNCTION -> "g.function";
            case SERVICE -> "gs.code";
            case MONTH -> "g.month";
            case CAPITAL -> "g.capital";
            // Spellings of one name are one payee, and all names of one agency are one.
            case PAYEE ->
                payees == Payees.AGENCIES
                        ? "gb.code"
                        : "gb.code, case when gb.code is null and not gn.redacted then gn.normalised end, gn.redacted";
        };
    }

    static Total total(Readable row, Set<Grouping> groupings) {
        String function = groupings.contains(Grouping.FUNCTION) ? text(row, "function") : null;
        boolean services = groupings.contains(Grouping.SERVICE);
        boolean payees = groupings.contains(Grouping.PAYEE);
        return new Total(
                groupings.contains(Grouping.AGENCY) ? text(row, "agency") : null,
                function,
                function == null ? null : Cofog.nameOf(function),
                services ? text(row, "service") : null,
                services ? text(row, "service_name") : null,
                groupings.contains(Grouping.MONTH) ? text(row, "month") : null,
                groupings.contains(Grouping.CAPITAL)
                        ? Kind.of(row.get("capital", Boolean.class)).code()
                        : null,
                payees ? text(row, "payee") : null,
                payees ? text(row, "payee_agency") : null,
                pounds(row),
                null,
                Objects.requireNonNull(row.get("lines", Long.class)));
    }

    private static BigDecimal pounds(Readable row) {
        return new Pence(Objects.requireNonNull(row.get("pence", Long.class))).pounds();
    }

    private static @Nullable String text(Readable row, String column) {
        return row.get(column, String.class);
    }
}
