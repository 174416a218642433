package org.totalplace.spend.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.spend.place.Places;
import org.totalplace.spend.revision.RevisionAt;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.price.Deflators;
import org.totalplace.starter.price.RealTerms;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger at the door: sums and the lines behind them. */
@RestController
@RequestMapping("/api/v1/spend")
@Tag(name = "Ledger")
class LedgerEndpoints {

    private final TotalsQuery totals;
    private final PayeeTotals payees;
    private final LinesQuery lines;
    private final RevisionAt revisions;
    private final Places places;
    private final Deflators deflators;
    private final InstantSource clock;

    LedgerEndpoints(
            TotalsQuery totals,
            PayeeTotals payees,
            LinesQuery lines,
            RevisionAt revisions,
            Places places,
            Deflators deflators,
            InstantSource clock) {
        this.totals = totals;
        this.payees = payees;
        this.lines = lines;
        this.revisions = revisions;
        this.places = places;
        this.deflators = deflators;
        this.clock = clock;
    }

    private Slice slice(Asked asked, Caller caller) {
        return asked.slice(clock.instant()).in(places.named(asked.place())).seenBy(caller);
    }

    private Mono<Integer> moment(Slice slice) {
        return revisions.moment(slice.asOf()).flatMap(revision -> places.known(slice.place(), revision));
    }

    /** A page of rows of one slice. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer<T>(
            String year,
            String phase,
            Instant asOf,
            @Nullable RealTerms realTerms,
            List<T> results,
            Page.Paging paging) {

        static <T> Answer<T> of(Slice slice, List<T> results, @Nullable String next) {
            return new Answer<>(
                    slice.year().label(), slice.phase().code(), slice.asOf(), null, results, new Page.Paging(next));
        }
    }

    @GetMapping("/totals")
    @Operation(
            summary = "What was spent, by any combination of groupings",
            description = "groupBy takes agency, function, service, month, capital and payee with commas between."
                    + " Accept: text/csv gives all rows.")
    Mono<Answer<Total>> totals(
            @ParameterObject Asked asked,
            @RequestParam(name = "groupBy", required = false) @Nullable String groupBy,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @Parameter(description = "Financial year in whose prices the amounts are shown too, for example 2024-25")
                    @RequestParam(name = "realTerms", required = false)
                    @Nullable
                    String realTerms,
            Caller caller) {
        Set<Grouping> groupings = Grouping.readAll(groupBy);
        Paging paging = Paging.read(cursor, limit);
        Slice said = slice(asked, caller).groupable(groupings);
        Slice slice = paging.asOf() == null ? said : said.at(paging.asOf());
        Optional<RealTerms> prices = deflators.asked(realTerms, slice.year());
        return moment(slice)
                .flatMap(revision -> page(slice, groupings, revision, paging))
                .map(answer -> prices.map(terms -> inPrices(answer, terms)).orElse(answer));
    }

    @GetMapping(value = "/totals", produces = "text/csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> totalsAsCsv(
            @ParameterObject Asked asked,
            @RequestParam(name = "groupBy", required = false) @Nullable String groupBy,
            Caller caller) {
        Set<Grouping> groupings = Grouping.readAll(groupBy);
        Slice slice = slice(asked, caller).groupable(groupings);
        return moment(slice)
                .map(revision -> csv(
                        Total.csvHeader(groupings),
                        all(slice, groupings, revision).map(total -> total.cells(groupings))));
    }

    private static Answer<Total> inPrices(Answer<Total> answer, RealTerms prices) {
        return new Answer<>(
                answer.year(),
                answer.phase(),
                answer.asOf(),
                prices,
                answer.results().stream().map(total -> total.in(prices)).toList(),
                answer.paging());
    }

    private Flux<Total> all(Slice slice, Set<Grouping> groupings, int revision) {
        return isByName(slice, groupings)
                ? payees.all(slice, groupings, revision)
                : totals.of(slice, groupings, revision, 0, 0);
    }

    private Mono<Answer<Total>> page(Slice slice, Set<Grouping> groupings, int revision, Paging paging) {
        if (isByName(slice, groupings)) {
            return payees.page(slice, groupings, revision, paging)
                    .map(page -> Answer.of(
                            slice,
                            page.totals(),
                            page.next() == null ? null : page.next().cursor()));
        }
        return totals.of(slice, groupings, revision, paging.offset(), paging.limit() + 1)
                .collectList()
                .map(found -> {
                    boolean more = found.size() > paging.limit();
                    return Answer.of(
                            slice,
                            more ? found.subList(0, paging.limit()) : found,
                            more ? paging.after(slice.asOf()).cursor() : null);
                });
    }

    private static boolean isByName(Slice slice, Set<Grouping> groupings) {
        return groupings.contains(Grouping.PAYEE) && slice.payee() == null && LineSource.beyondSums(slice) == null;
    }

    @GetMapping("/lines")
    @Operation(
            summary = "The lines behind a figure",
            description = "The same parameters as the figure. Accept: text/csv gives all lines, streamed.")
    Mono<Answer<Line>> lines(
            @ParameterObject Asked asked,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            Caller caller) {
        int rows = Paging.limit(limit);
        Bookmark from = Bookmark.read(cursor);
        Slice said = slice(asked, caller);
        Slice slice = from == null ? said : said.at(from.asOf());
        return moment(slice)
                .flatMap(revision -> lines.of(slice, revision, from == null ? null : from.after(), rows + 1)
                        .collectList())
                .map(found -> page(slice, found, rows));
    }

    @GetMapping(value = "/lines", produces = "text/csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> linesAsCsv(@ParameterObject Asked asked, Caller caller) {
        Slice slice = slice(asked, caller);
        return moment(slice)
                .map(revision -> csv(
                        Line.CSV_HEADER,
                        lines.of(slice, revision, null, 0)
                                .map(placed -> placed.line().cells())));
    }

    private static Answer<Line> page(Slice slice, List<LinesQuery.Placed> found, int rows) {
        List<LinesQuery.Placed> shown = found.size() > rows ? found.subList(0, rows) : found;
        String next = found.size() > rows
                ? Cursor.of(
                        slice.asOf(),
                        shown.getLast().number(),
                        shown.getLast().line().row(),
                        shown.getLast().part())
                : null;
        return Answer.of(slice, shown.stream().map(LinesQuery.Placed::line).toList(), next);
    }

    private static ResponseEntity<Flux<DataBuffer>> csv(List<String> header, Flux<? extends List<?>> rows) {
        return ResponseEntity.ok().contentType(Csv.TYPE).body(Csv.stream(header, rows, row -> row));
    }

    /** Where a page of lines begins, and the moment of the first page. */
    private record Bookmark(Instant asOf, LinesQuery.After after) {

        static @Nullable Bookmark read(@Nullable String cursor) {
            if (cursor == null) {
                return null;
            }
            List<String> parts = Cursor.read(cursor, 4);
            try {
                return new Bookmark(
                        Instant.parse(parts.get(0)),
                        new LinesQuery.After(
                                Integer.parseInt(parts.get(1)),
                                Long.parseLong(parts.get(2)),
                                Integer.parseInt(parts.get(3))));
            } catch (java.time.DateTimeException | NumberFormatException notOurs) {
                throw Problem.badInput(
                        "cursor", "invalid-cursor", "The cursor is not one that this list gave; start without one.");
            }
        }
    }
}
