package org.totalplace.spend.ledger;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sums a slice by payee, of whom there may be many thousands. The agencies of the place come first, then the lines that
 * name nobody and those whose payee is redacted, then all other names in their order: a page of these is read name by
 * name, so that no page takes longer than its own length.
 */
@Component
class PayeeTotals {

    private static final String NAMES = """
            from (select p.id, p.normalised, p.printed from payee_name p
                  where p.normalised >= :fromName and not p.redacted
                  order by p.normalised, p.id offset 0) n
            cross join lateral (
                select %%s sum(x.pence) as pence, sum(x.lines) as lines
                %%s%%s) l
            where (select count(*) from payee_resolution r where r.payee = n.id and r.agency is not null and %s) = 0
            """.formatted(inForce("r"));

    private static final String SERVICE_JOIN = """
            join service_line ks on ks.id = x.service
            join service_function kf on kf.service = ks.id and %s
            """.formatted(inForce("kf"));

    private final DatabaseClient database;
    private final TotalsQuery totals;
    private final PayeeSumsSettled sums;

    PayeeTotals(DatabaseClient database, TotalsQuery totals, PayeeSumsSettled sums) {
        this.database = database;
        this.totals = totals;
        this.sums = sums;
    }

    /** A total of a name, and the form in which names are ordered. */
    record Named(String name, Total total) {}

    /**
     * Where a page of names begins.
     *
     * @param name the first name of the page
     * @param skip how many totals of that name stood on the page before
     */
    record From(String name, long skip) {

        static final From THE_FIRST = new From("", 0);
    }

    /**
     * A page.
     *
     * @param next where the next one begins; null on the last
     */
    record Page(List<Total> totals, @Nullable Paging next) {}

    Flux<Total> all(Slice slice, Set<Grouping> groupings, int revision) {
        return head(slice, groupings, revision)
                .concatWith(names(slice, groupings, revision, From.THE_FIRST, 0).map(Named::total));
    }

    Mono<Page> page(Slice slice, Set<Grouping> groupings, int revision, Paging paging) {
        if (paging.name() != null) {
            From from = new From(paging.name(), paging.offset());
            return namesPage(slice, groupings, revision, List.of(), from, paging);
        }
        return head(slice, groupings, revision)
                .skip(paging.offset())
                .take(paging.limit() + 1L)
                .collectList()
                .flatMap(head -> head.size() > paging.limit()
                        ? Mono.just(new Page(head.subList(0, paging.limit()), paging.after(slice.asOf())))
                        : namesPage(slice, groupings, revision, head, From.THE_FIRST, paging));
    }

    private Flux<Total> head(Slice slice, Set<Grouping> groupings, int revision) {
        return Flux.just(TotalsQuery.Payees.AGENCIES, TotalsQuery.Payees.NOBODY, TotalsQuery.Payees.REDACTED)
                .filter(part -> slice.payeeAgency() == null || part == TotalsQuery.Payees.AGENCIES)
                .concatMap(part -> totals.of(slice, groupings, part, revision, 0, 0));
    }

    private Mono<Page> namesPage(
            Slice slice, Set<Grouping> groupings, int revision, List<Total> head, From from, Paging paging) {
        int room = paging.limit() - head.size();
        return names(slice, groupings, revision, from, room + 1).collectList().map(found -> {
            List<Total> shown = new ArrayList<>(head);
            found.stream().limit(room).map(Named::total).forEach(shown::add);
            return new Page(shown, found.size() > room ? next(slice, found, room, from, paging) : null);
        });
    }

    private static Paging next(Slice slice, List<Named> found, int room, From from, Paging paging) {
        String name = found.get(room).name();
        long skip = found.stream()
                .limit(room)
                .filter(total -> total.name().equals(name))
                .count();
        return new Paging(slice.asOf(), skip + (name.equals(from.name()) ? from.skip() : 0), paging.limit(), name);
    }

    private Flux<Named> names(Slice slice, Set<Grouping> groupings, int revision, From from, int limit) {
        if (slice.payeeAgency() != null) {
            return Flux.empty();
        }
        SliceQuery query = new SliceQuery(slice, groupings, revision);
        List<String> kept = new ArrayList<>();
        List<String> keys = new ArrayList<>(List.of("n.normalised"));
        List<String> shown = new ArrayList<>(List.of("n.normalised as name"));
        StringBuilder joins = new StringBuilder();
        for (Grouping grouping : groupings) {
            if (grouping != Grouping.PAYEE) {
                kept.add(kept(grouping));
                keys.add("l." + column(grouping));
                shown.add(shown(grouping));
                joins.append(joins(grouping));
            }
        }
        String grouped = kept.isEmpty() ? "having count(*) > 0" : "group by " + list(kept);
        String from0 = query.narrowed(SliceQuery.NAME_SUMS, joins.toString(), List.of("x.payee = n.id"));
        String sql = "select " + list(shown)
                + ", min(n.printed) as payee, null::text as payee_agency,"
                + " sum(l.pence)::bigint as pence, sum(l.lines)::bigint as lines\n"
                + NAMES.formatted(kept.isEmpty() ? "" : named(kept, groupings) + ", ", from0, grouped)
                + "group by " + list(keys) + "\norder by " + list(keys)
                + "\noffset " + from.skip() + (limit > 0 ? " limit " + limit : "");
        Flux<Named> rows = query.bind(database.sql(sql).bind("fromName", from.name()))
                .map(row -> new Named(
                        Objects.requireNonNull(row.get("name", String.class)), TotalsQuery.total(row, groupings)))
                .all();
        return sums.settled().thenMany(rows);
    }

    private static String named(List<String> kept, Set<Grouping> groupings) {
        List<String> named = new ArrayList<>();
        int i = 0;
        for (Grouping grouping : groupings) {
            if (grouping != Grouping.PAYEE) {
                named.add(kept.get(i++) + " as " + column(grouping)
                        + (grouping == Grouping.SERVICE ? ", min(kf.name) as service_name" : ""));
            }
        }
        return list(named);
    }

    private static String list(List<String> parts) {
        return String.join(", ", parts);
    }

    private static String column(Grouping grouping) {
        return grouping.code();
    }

    private static String kept(Grouping grouping) {
        return switch (grouping) {
            case AGENCY -> "ka.code";
            case SERVICE -> "ks.code";
            case FUNCTION, MONTH, CAPITAL -> "x." + column(grouping);
            case PAYEE -> throw new IllegalArgumentException("Names are the groups themselves");
        };
    }

    private static String shown(Grouping grouping) {
        return switch (grouping) {
            case SERVICE -> "l.service, min(l.service_name) as service_name";
            case MONTH -> "to_char(l.month, 'YYYY-MM') as month";
            case AGENCY, FUNCTION, CAPITAL -> "l." + column(grouping);
            case PAYEE -> throw new IllegalArgumentException("Names are the groups themselves");
        };
    }

    private static String joins(Grouping grouping) {
        return switch (grouping) {
            case AGENCY -> "join agency ka on ka.id = x.agency\n";
            case SERVICE -> SERVICE_JOIN;
            case FUNCTION, MONTH, CAPITAL, PAYEE -> "";
        };
    }
}
