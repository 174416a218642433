package org.totalplace.spend.ledger;

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

/** Sums a slice by any combination of groupings. */
@Component
class TotalsQuery {

    private static final String SHOWN_PAYEE = """
            case when bool_or(n.redacted) then '%s' else min(n.printed) end as payee, min(b.code) as payee_agency
            """.formatted(Redaction.SHOWN).strip();

    private final DatabaseClient database;

    TotalsQuery(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param offset how many totals to leave out
     * @param limit how many to give at most; 0 for all
     */
    Flux<Total> of(Slice slice, Set<Grouping> groupings, int revision, long offset, int limit) {
        SliceQuery query = new SliceQuery(slice, groupings, revision);
        List<String> shown = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Grouping grouping : groupings) {
            shown.add(shown(grouping));
            keys.add(key(grouping));
        }
        shown.add("coalesce(sum(x.pence), 0)::bigint as pence");
        shown.add("coalesce(sum(x.lines), 0)::bigint as lines");
        String sql = "select " + String.join(", ", shown) + "\n" + query.fromWhere("");
        if (!keys.isEmpty()) {
            String by = String.join(", ", keys);
            sql += "group by " + by + "\norder by " + by;
        }
        sql += "\noffset " + offset + (limit > 0 ? " limit " + limit : "");
        return query.bind(database.sql(sql)).map(row -> total(row, groupings)).all();
    }

    private static String shown(Grouping grouping) {
        return switch (grouping) {
            case AGENCY -> "a.code as agency";
            case FUNCTION -> "x.function as function";
            case SERVICE -> "s.code as service, min(s.name) as service_name";
            case MONTH -> "to_char(x.month, 'YYYY-MM') as month";
            case PAYEE -> SHOWN_PAYEE;
        };
    }

    private static String key(Grouping grouping) {
        return switch (grouping) {
            case AGENCY -> "a.code";
            case FUNCTION -> "x.function";
            case SERVICE -> "s.code";
            case MONTH -> "x.month";
            // Spellings of one name are one payee, and all names of one agency are one.
            case PAYEE -> "coalesce(b.code, n.normalised), b.code";
        };
    }

    private static Total total(Readable row, Set<Grouping> groupings) {
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
                payees ? text(row, "payee") : null,
                payees ? text(row, "payee_agency") : null,
                pounds(row),
                Objects.requireNonNull(row.get("lines", Long.class)));
    }

    private static BigDecimal pounds(Readable row) {
        return new Pence(Objects.requireNonNull(row.get("pence", Long.class))).pounds();
    }

    private static @Nullable String text(Readable row, String column) {
        return row.get(column, String.class);
    }
}
