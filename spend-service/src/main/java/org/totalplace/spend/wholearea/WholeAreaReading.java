package org.totalplace.spend.wholearea;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.ledger.Kind;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.payee.PayeeStanding;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.Places;
import org.totalplace.spend.place.RegisteredAgencies;
import org.totalplace.spend.revision.RevisionAt;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** Reads what the count needs from the maintained sums, and counts. */
@Component
class WholeAreaReading {

    /** A declared transfer moves from those whose names mean no agency to the agency that is paid. */
    private static final String SPENT = """
            select a.code as agency, s.function, s.capital, b.code as payee, s.pence, s.lines
            from (select t.agency, t.function, t.capital, t.payee_agency, sum(t.pence)::bigint as pence,
                         sum(t.lines)::bigint as lines
                  from (select t.agency, t.function, t.capital, t.payee_agency, t.pence, t.lines
                        from ledger_total t
                        where t.year = :year and t.phase = :phase::phase and %1$s
                        union all
                        select t.payer, f.function, t.capital, moved.payee_agency, moved.sign * t.pence, moved.sign
                        from transfer_line t
                        join service_function f on f.service = t.service and %2$s
                        cross join lateral (values (t.payee, 1), (null::smallint, -1)) as moved (payee_agency, sign)
                        where t.year = :year and t.phase = :phase::phase and t.declared is not null and %1$s) t
                  group by t.agency, t.function, t.capital, t.payee_agency) s
            join agency a on a.id = s.agency
            left join agency b on b.id = s.payee_agency
            """.formatted(inForce("t"), inForce("f"));

    /**
     * The months of the year that an agency's deliveries say they cover, or have lines in: looked up month by month, so
     * that not all sums are read for it.
     */
    private static final String COVERED = """
            select distinct a.code as agency, to_char(c.month, 'YYYY-MM') as month
            from (select p.agency, month::date as month
                  from posted_delivery d join posted_coverage p on p.delivery = d.number,
                       generate_series(p.covers_from, p.covers_to, interval '1 month') month
                  where d.phase = :phase::phase and %s and %s
                  union
                  select s.id, m.month::date
                  from agency s,
                       generate_series(make_date(:year, 4, 1), make_date(:year + 1, 3, 1), interval '1 month') m (month)
                  where exists (select from ledger_total t
                                where t.year = :year and t.phase = :phase::phase and t.agency = s.id)
                    and exists (select from ledger_total t
                                where t.year = :year and t.phase = :phase::phase and t.agency = s.id
                                  and t.month = m.month::date and %s)) c
            join agency a on a.id = c.agency
            where c.month >= make_date(:year, 4, 1) and c.month < make_date(:year + 1, 4, 1)
            """.formatted(inForce("d"), inForce("p"), inForce("t"));

    private static final String STANDINGS = """
            select a.code as agency, t.standing, sum(t.pence)::bigint as pence
            from payee_standing t join agency a on a.id = t.agency
            where t.year = :year and t.phase = :phase::phase and %s
            group by a.code, t.standing
            """.formatted(inForce("t"));

    private final DatabaseClient database;
    private final RegisteredAgencies agencies;
    private final RevisionAt revisions;
    private final Places places;

    WholeAreaReading(DatabaseClient database, RegisteredAgencies agencies, RevisionAt revisions, Places places) {
        this.database = database;
        this.agencies = agencies;
        this.revisions = revisions;
        this.places = places;
    }

    /** What an agency paid to payees of one standing. */
    record Standing(AgencyCode agency, PayeeStanding standing, Pence amount) {}

    /**
     * A count and what it was made from.
     *
     * @param covered months of the year by agency
     * @param standings what the payees of each agency's lines stand as
     */
    record Counting(
            int revision,
            List<Agency> agencies,
            Map<AgencyCode, ? extends Collection<String>> covered,
            WholeArea wholeArea,
            List<Standing> standings) {

        Set<AgencyCode> registered() {
            return agencies.stream().map(Agency::code).collect(Collectors.toUnmodifiableSet());
        }

        /** Those that come in by their share alone. */
        Set<AgencyCode> wider() {
            return agencies.stream()
                    .filter(agency -> agency.placeShare() != null)
                    .map(Agency::code)
                    .collect(Collectors.toUnmodifiableSet());
        }

        Set<AgencyCode> counted() {
            return Set.copyOf(covered.keySet());
        }
    }

    /** The last revision that the slice's moment knew of, if its place was known then. */
    Mono<Integer> moment(Slice slice) {
        return revisions.moment(slice.asOf()).flatMap(revision -> places.known(slice.place(), revision));
    }

    /** Counts the year and phase of the slice as of its moment; what else narrows it is not looked at. */
    Mono<Counting> of(Slice slice) {
        return moment(slice).flatMap(revision -> at(slice, revision));
    }

    Mono<Counting> at(Slice slice, int revision) {
        return Mono.zip(
                        agencies.of(slice.place(), revision).collectList(),
                        covered(slice, revision),
                        spent(slice, revision),
                        standings(slice, revision))
                .map(read -> new Counting(
                        revision,
                        read.getT1(),
                        read.getT2(),
                        WholeArea.count(read.getT1(), Set.copyOf(read.getT2().keySet()), read.getT3()),
                        read.getT4()));
    }

    private Mono<List<Spent>> spent(Slice slice, int revision) {
        return bound(SPENT, slice, revision).map(WholeAreaReading::spent).all().collectList();
    }

    private Mono<List<Standing>> standings(Slice slice, int revision) {
        return bound(STANDINGS, slice, revision)
                .map(row -> new Standing(
                        agency(row),
                        PayeeStanding.ofCode(Objects.requireNonNull(row.get("standing", String.class))),
                        new Pence(Objects.requireNonNull(row.get("pence", Long.class)))))
                .all()
                .collectList();
    }

    private Mono<Map<AgencyCode, Collection<String>>> covered(Slice slice, int revision) {
        return bound(COVERED, slice, revision)
                .map(row -> Map.entry(agency(row), Objects.requireNonNull(row.get("month", String.class))))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, Slice slice, int revision) {
        return database.sql(sql)
                .bind("year", slice.year().start())
                .bind("phase", slice.phase().code())
                .bind("revision", revision);
    }

    private static Spent spent(Readable row) {
        String payee = row.get("payee", String.class);
        return new Spent(
                agency(row),
                Objects.requireNonNull(row.get("function", String.class)),
                Kind.of(row.get("capital", Boolean.class)),
                codeOf(payee),
                new Pence(Objects.requireNonNull(row.get("pence", Long.class))),
                Objects.requireNonNull(row.get("lines", Long.class)));
    }

    private static AgencyCode agency(Readable row) {
        return new AgencyCode(Objects.requireNonNull(row.get("agency", String.class)));
    }

    private static @Nullable AgencyCode codeOf(@Nullable String code) {
        return code == null ? null : new AgencyCode(code);
    }
}
