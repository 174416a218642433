package org.totalplace.spend.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.spend.ledger.Asked;
import org.totalplace.spend.ledger.LinesTable;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.place.Places;
import org.totalplace.spend.revision.RevisionAt;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.rounds.Rounds;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Exports at the door: asked for, looked at, taken. */
@RestController
@RequestMapping(ExportEndpoints.PATH)
@Tag(name = "Exports")
class ExportEndpoints {

    static final String PATH = "/api/v1/spend/exports";

    private final Exports exports;
    private final LinesTable table;
    private final RevisionAt revisions;
    private final Places places;
    private final Rounds rounds;
    private final InstantSource clock;

    ExportEndpoints(
            Exports exports,
            LinesTable table,
            RevisionAt revisions,
            Places places,
            @Qualifier("exportRounds") Rounds rounds,
            InstantSource clock) {
        this.exports = exports;
        this.table = table;
        this.revisions = revisions;
        this.places = places;
        this.rounds = rounds;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "Have the lines of a slice written to a file",
            description = "The parameters of /lines. The answer says at once how many lines there will be; look at its"
                    + " location until it is ready. The file is the CSV of /lines as of the moment of asking, and is"
                    + " kept for a day. There is room for so much of each caller and of all: 413 and 429 say how much.")
    Mono<ResponseEntity<Export>> ask(@ParameterObject Asked asked, Caller caller) {
        Slice slice =
                asked.slice(clock.instant()).in(places.named(asked.place())).seenBy(caller);
        return revisions
                .moment(slice.asOf())
                .flatMap(revision -> places.known(slice.place(), revision))
                .flatMap(revision -> table.counted(slice, revision)
                        .flatMap(counted -> exports.ask(Asked.again(slice), revision, counted, caller.name())))
                .flatMap(id -> exports.find(id, caller.name()))
                .doOnNext(waiting -> rounds.wake())
                .map(waiting -> ResponseEntity.accepted()
                        .location(URI.create(PATH + "/" + waiting.id()))
                        .body(waiting));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an export is; only who asked for it is told")
    Mono<Export> one(@PathVariable("id") UUID id, Caller caller) {
        return exports.find(id, caller.name());
    }

    @GetMapping(value = "/{id}/file", produces = "text/csv")
    @Operation(summary = "The table of an export that is ready")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(@PathVariable("id") UUID id, Caller caller) {
        return exports.find(id, caller.name()).map(export -> switch (export.status()) {
            case "ready" ->
                ResponseEntity.ok()
                        .contentType(Csv.TYPE)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("lines-" + id + ".csv")
                                        .build()
                                        .toString())
                        .contentLength(Objects.requireNonNullElse(export.bytes(), 0L))
                        .body(exports.pieces(id, Objects.requireNonNullElse(export.bytes(), 0L)));
            case "expired" -> throw Problem.of(HttpStatus.GONE, "export-expired", "This export has expired. Ask anew.");
            case "failed" ->
                throw Problem.conflict("export-failed", "This export could not be written. Ask for it anew.");
            default ->
                throw Problem.conflict(
                        "export-not-ready", "The table is still being written. Look at " + PATH + "/" + id + ".");
        });
    }
}
