package org.totalplace.spend.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.spend.ledger.Asked;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.place.Places;
import org.totalplace.spend.revision.RevisionAt;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The phases of a year at the door. */
@RestController
@RequestMapping("/api/v1/spend/phases")
@Tag(name = "Phases")
class PhasesEndpoints {

    private final PhasesReading reading;
    private final Places places;
    private final RevisionAt revisions;
    private final InstantSource clock;

    PhasesEndpoints(PhasesReading reading, Places places, RevisionAt revisions, InstantSource clock) {
        this.reading = reading;
        this.places = places;
        this.revisions = revisions;
        this.clock = clock;
    }

    /**
     * All phases of one year and place.
     *
     * @param agencies each agency in all
     * @param results each agency's functions
     */
    @Schema(name = "Phases")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String place,
            String year,
            Instant asOf,
            List<SideBySide> agencies,
            List<SideBySide> results,
            Page.Paging paging) {}

    @GetMapping
    @Operation(
            summary = "Budget, revised budget, outturn and payments of a year side by side",
            description = "Different measures: their differences are shown, they are never added. Amounts are gross;"
                    + " what an agency has not delivered is absent. Accept: text/csv gives both; a line without a"
                    + " function is the agency in all.")
    Mono<Answer> phases(
            @RequestParam(name = "year", required = false) @Nullable String year,
            @RequestParam(name = "place", required = false) @Nullable String place,
            @RequestParam(name = "agency", required = false) @Nullable String agency,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            Caller caller) {
        Slice slice = new Asked(year, null, asOf, agency, null, null, null, null, null, null, null, null, null, place)
                .slice(clock.instant())
                .in(places.named(place))
                .seenBy(caller);
        return revisions
                .moment(slice.asOf())
                .flatMap(revision -> Mono.zip(places.of(slice.place(), revision), reading.of(slice, revision)))
                .map(read -> new Answer(
                        read.getT1().code(),
                        slice.year().label(),
                        slice.asOf(),
                        read.getT2().agencies(),
                        read.getT2().functions(),
                        new Page.Paging(null)));
    }

    @GetMapping(produces = "text/csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> phasesAsCsv(
            @RequestParam(name = "year", required = false) @Nullable String year,
            @RequestParam(name = "place", required = false) @Nullable String place,
            @RequestParam(name = "agency", required = false) @Nullable String agency,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            Caller caller) {
        return phases(year, place, agency, asOf, caller)
                .map(answer -> ResponseEntity.ok()
                        .contentType(Csv.TYPE)
                        .body(Csv.stream(
                                SideBySide.CSV_HEADER,
                                Flux.concat(Flux.fromIterable(answer.agencies()), Flux.fromIterable(answer.results())),
                                SideBySide::cells)));
    }
}
