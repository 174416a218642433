package org.totalplace.spend.wholearea;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.totalplace.spend.ledger.Asked;
import org.totalplace.spend.ledger.Grouping;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.place.Places;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.price.Deflators;
import org.totalplace.starter.price.RealTerms;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The count at the door. */
@RestController
@RequestMapping("/api/v1/spend")
@Tag(name = "Whole area")
class WholeAreaEndpoints {

    private final WholeAreaReading wholeArea;
    private final TransferListing transfers;
    private final Explaining explaining;
    private final StandingReading standing;
    private final Places places;
    private final Deflators deflators;
    private final InstantSource clock;

    WholeAreaEndpoints(
            WholeAreaReading wholeArea,
            TransferListing transfers,
            Explaining explaining,
            StandingReading standing,
            Places places,
            Deflators deflators,
            InstantSource clock) {
        this.wholeArea = wholeArea;
        this.transfers = transfers;
        this.explaining = explaining;
        this.standing = standing;
        this.places = places;
        this.deflators = deflators;
        this.clock = clock;
    }

    /** A list of transfers of one year and phase. */
    @Schema(name = "Transfers")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Transfers(String year, String phase, Instant asOf, List<Transfer> results, Page.Paging paging) {}

    @GetMapping("/whole-area")
    @Operation(
            summary = "What the place spends, every pound once",
            description =
                    "Gross - eliminated transfers + apportioned = net. groupBy takes agency, function and capital; CSV"
                            + " gives the groups, by agency if none is asked for.")
    Mono<WholeAreaShown> wholeArea(
            @RequestParam(name = "year", required = false) @Nullable String year,
            @RequestParam(name = "phase", required = false) @Nullable String phase,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "groupBy", required = false) @Nullable String groupBy,
            @RequestParam(name = "place", required = false) @Nullable String place,
            @RequestParam(name = "realTerms", required = false) @Nullable String realTerms,
            Caller caller) {
        Slice.requireWholePlace(caller);
        return counted(year, phase, asOf, groupBy, place, realTerms);
    }

    @GetMapping(value = "/whole-area", produces = "text/csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> wholeAreaAsCsv(
            @RequestParam(name = "year", required = false) @Nullable String year,
            @RequestParam(name = "phase", required = false) @Nullable String phase,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "groupBy", required = false) @Nullable String groupBy,
            @RequestParam(name = "place", required = false) @Nullable String place,
            Caller caller) {
        return wholeArea(year, phase, asOf, groupBy, place, null, caller).map(WholeAreaEndpoints::rows);
    }

    @GetMapping("/published")
    @Operation(
            summary = "What the place spends, for everybody",
            description = "The whole area's payments of a year as they are known now, by agency and function, without a"
                    + " token: no payee, no line and no earlier moment.")
    Mono<WholeAreaShown> published(
            @RequestParam(name = "year", required = false) @Nullable String year,
            @RequestParam(name = "groupBy", required = false) @Nullable String groupBy) {
        return counted(year, null, null, groupBy, null, null);
    }

    @GetMapping(value = "/published", produces = "text/csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> publishedAsCsv(
            @RequestParam(name = "year", required = false) @Nullable String year,
            @RequestParam(name = "groupBy", required = false) @Nullable String groupBy) {
        return published(year, groupBy).map(WholeAreaEndpoints::rows);
    }

    private Mono<WholeAreaShown> counted(
            @Nullable String year,
            @Nullable String phase,
            @Nullable String asOf,
            @Nullable String groupBy,
            @Nullable String place,
            @Nullable String realTerms) {
        Set<Grouping> groupings = WholeAreaGroups.read(groupBy);
        Slice slice = Asked.ofWholePlace(year, phase, asOf, place)
                .slice(clock.instant())
                .in(places.named(place));
        Optional<RealTerms> prices = deflators.asked(realTerms, slice.year());
        return wholeArea
                .moment(slice)
                .flatMap(revision -> Mono.zip(
                        wholeArea.at(slice, revision),
                        standing.ground(slice, revision),
                        places.of(slice.place(), revision)))
                .map(read -> WholeAreaShown.of(
                        WholeAreaAnswer.of(slice, read.getT3(), read.getT1(), groupings),
                        read.getT3(),
                        read.getT1().wholeArea(),
                        prices,
                        read.getT2().of(slice, read.getT1())));
    }

    @GetMapping("/transfers")
    @Operation(
            summary = "What agencies of the place paid to each other",
            description =
                    "agency is the payer, payeeAgency the payee; each with its kinds, the names that were read as the"
                            + " payee, and the receipts in the payee's own books. Accept: text/csv gives the pairs.")
    Mono<Transfers> transfers(@ParameterObject Asked asked, Caller caller) {
        Slice slice =
                asked.slice(clock.instant()).in(places.named(asked.place())).seenBy(caller);
        return transfers
                .of(slice, Slice.isOfWholePlace(caller))
                .map(found -> new Transfers(
                        slice.year().label(), slice.phase().code(), slice.asOf(), found, new Page.Paging(null)));
    }

    @GetMapping(value = "/transfers", produces = "text/csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> transfersAsCsv(@ParameterObject Asked asked, Caller caller) {
        return transfers(asked, caller)
                .map(answer -> csv(
                        Transfer.CSV_HEADER,
                        answer.results().stream().map(Transfer::cells).toList()));
    }

    @GetMapping("/figures/why")
    @Operation(
            summary = "Why a figure is what it is",
            description = "The same parameters as the figure, and what its row or cell says. The deliveries that enter"
                    + " the gross add up to it; gross - eliminations + apportioned = net.")
    Mono<Lineage> why(
            @ParameterObject Asked asked,
            @RequestParam(name = "realTerms", required = false) @Nullable String realTerms,
            ServerHttpRequest request,
            Caller caller) {
        Slice slice =
                asked.slice(clock.instant()).in(places.named(asked.place())).seenBy(caller);
        String lines = UriComponentsBuilder.fromPath("/api/v1/spend/lines")
                .queryParams(request.getQueryParams())
                .replaceQueryParam("groupBy")
                .replaceQueryParam("realTerms")
                .replaceQueryParam("asOf", slice.asOf())
                .encode()
                .toUriString();
        return explaining.of(slice, deflators.asked(realTerms, slice.year()), lines);
    }

    private static ResponseEntity<Flux<DataBuffer>> rows(WholeAreaShown shown) {
        return csv(
                WholeAreaAnswer.Row.CSV_HEADER,
                shown.count().shownRows().stream()
                        .map(WholeAreaAnswer.Row::cells)
                        .toList());
    }

    private static ResponseEntity<Flux<DataBuffer>> csv(List<String> header, List<? extends List<?>> rows) {
        return ResponseEntity.ok().contentType(Csv.TYPE).body(Csv.stream(header, Flux.fromIterable(rows), row -> row));
    }
}
