package org.totalplace.spend.wholearea;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.spend.ledger.Grouping;
import org.totalplace.spend.ledger.LineSource;
import org.totalplace.spend.ledger.PayeeSumsSettled;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.ledger.SliceQuery;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Reads where the lines of a slice came from and by which rules they were sorted. */
@Component
class LineageReading {

    /** Summed before it is said where each came from: a report is long, and is looked into once a delivery. */
    private static final String DELIVERIES = """
            select d.delivery, d.feed, a.code as agency, f.name as file, f.sha256, v.made_at,
                   f.report ->> 'mapping' as mapping, y.pence, y.lines
            from (select x.agency, x.delivery, sum(x.pence)::bigint as pence, sum(x.lines)::bigint as lines
                  %s group by x.agency, x.delivery) y
            join posted_delivery d on d.number = y.delivery
            join agency a on a.id = y.agency
            join delivery f on f.id = d.delivery
            join revision v on v.id = d.since
            order by v.made_at, d.delivery
            """;

    private static final String FUNCTIONS = """
            select a.code as agency, s.code as service, y.function, f.evidence
            from (select distinct x.agency, x.service, x.function %%s) y
            join agency a on a.id = y.agency
            join service_line s on s.id = y.service
            join service_function f on f.service = y.service and %s
            order by a.code, s.code
            """.formatted(inForce("f"));

    private static final String CHANGES = """
            select v.id, v.made_at, v.kind, v.note from revision v
            where v.id <= :revision and (v.kind in ('registration', 'service-line', 'place', 'payee-decision', 'payee-names',
                                                    'transfer-declaration')
                                         or exists (
                select from posted_delivery d where d.phase = :phase::phase and v.id in (d.since, d.until)
                  and (:agency = '' or exists (select from posted_coverage p join agency a on a.id = p.agency
                                               where p.delivery = d.number and a.code = :agency))))
            order by v.id desc limit 100
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient database;
    private final PayeeSumsSettled sums;

    LineageReading(DatabaseClient database, PayeeSumsSettled sums) {
        this.database = database;
        this.sums = sums;
    }

    /** @param wider agencies that come in by their share alone */
    Flux<Lineage.Source> deliveries(Slice slice, Set<AgencyCode> wider, int revision) {
        SliceQuery query = new SliceQuery(slice, EnumSet.of(Grouping.AGENCY), revision);
        return sums.before(
                query,
                query.bind(database.sql(DELIVERIES.formatted(query.narrowed(LineSource.beyondSums(slice)))))
                        .map(row -> source(row, wider))
                        .all());
    }

    Flux<Lineage.FunctionRule> functions(Slice slice, int revision) {
        SliceQuery query = new SliceQuery(slice, EnumSet.of(Grouping.SERVICE), revision);
        return sums.before(
                query,
                query.bind(database.sql(FUNCTIONS.formatted(query.narrowed(LineSource.beyondSums(slice)))))
                        .map(row -> new Lineage.FunctionRule(
                                text(row, "agency"),
                                text(row, "service"),
                                text(row, "function"),
                                text(row, "evidence")))
                        .all());
    }

    Flux<Lineage.Change> changes(Slice slice, int revision) {
        return database.sql(CHANGES)
                .bind("revision", revision)
                .bind("phase", slice.phase().code())
                .bind("agency", slice.agency() == null ? "" : slice.agency().value())
                .map(row -> new Lineage.Change(
                        Objects.requireNonNull(row.get("id", Integer.class)),
                        moment(row),
                        text(row, "kind"),
                        text(row, "note")))
                .all();
    }

    private static Lineage.Source source(Readable row, Set<AgencyCode> wider) {
        return new Lineage.Source(
                Objects.requireNonNull(row.get("delivery", UUID.class)),
                text(row, "feed"),
                text(row, "agency"),
                wider.contains(new AgencyCode(text(row, "agency"))) ? Lineage.Source.SHARE : Lineage.Source.GROSS,
                text(row, "file"),
                text(row, "sha256"),
                moment(row),
                new Pence(Objects.requireNonNull(row.get("pence", Long.class))).pounds(),
                Objects.requireNonNull(row.get("lines", Long.class)),
                mapping(row.get("mapping", String.class)));
    }

    private static List<MappedColumn> mapping(@Nullable String report) {
        return report == null ? List.of() : List.of(JSON.readValue(report, MappedColumn[].class));
    }

    private static Instant moment(Readable row) {
        return Objects.requireNonNull(row.get("made_at", OffsetDateTime.class)).toInstant();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
