package org.totalplace.spend.version;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.revision.NewestFirst;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Versions at the door. */
@RestController
@RequestMapping("/api/v1/versions")
@Tag(name = "Versions")
class VersionEndpoints {

    private static final int LONGEST = 500;

    private final Versions versions;
    private final Comparing comparing;

    VersionEndpoints(Versions versions, Comparing comparing) {
        this.versions = versions;
        this.comparing = comparing;
    }

    /** @param note what the version is for; whoever pins to it reads it */
    @Schema(name = "VersionNaming")
    record Naming(@Nullable String note, @Nullable String version) {

        String checkedNote() {
            if (note == null || note.isBlank() || note.length() > LONGEST || note.indexOf('\0') >= 0) {
                throw Problem.badInput(
                        "note", "required", "Say what the version is for, in 1 to " + LONGEST + " characters.");
            }
            return note.strip();
        }
    }

    @GetMapping
    @Operation(
            summary = "The moments of the ledger that figures can be pinned to, newest first",
            description = "Every change of the figures makes a version; named=true lists those that stewards named."
                    + " Any call that takes asOf takes version, and answers the same bytes for ever.")
    Mono<Page<Version>> all(
            @RequestParam(name = "named", defaultValue = "false") boolean named,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            Caller caller) {
        Slice.requireWholePlace(caller);
        NewestFirst page = NewestFirst.read(cursor, limit);
        return versions.list(page.before(), named, page.limit() + 1).map(found -> page(found, page.limit()));
    }

    @GetMapping("/{version}")
    @Operation(summary = "One version, with the names that stewards gave it")
    Mono<Version> one(@PathVariable("version") String version, Caller caller) {
        Slice.requireWholePlace(caller);
        return known("version", version).flatMap(versions::of);
    }

    @PutMapping("/{version}")
    @Operation(
            summary = "Name a version, for good; stewards only",
            description = "The name is given to the newest version, or to the one that the body names. It can be"
                    + " neither moved nor taken back.")
    Mono<Version> name(@PathVariable("version") String version, @RequestBody Naming naming, Caller caller) {
        caller.requireAny(Role.STEWARD);
        VersionName name = read("version", version);
        if (name.revision().isPresent()) {
            throw Problem.badInput("version", "invalid-version", "'" + name + "' is of a revision; choose a word.");
        }
        String note = naming.checkedNote();
        Mono<Versions.Pin> meant = naming.version() == null
                ? versions.latest()
                        .switchIfEmpty(Mono.error(
                                () -> Problem.conflict("no-version", "Nothing has been registered yet to be named.")))
                : known("version", naming.version());
        return meant.flatMap(
                pin -> versions.name(name, pin, note, caller.name()).then(Mono.defer(() -> versions.of(pin))));
    }

    @GetMapping("/{version}/changes")
    @Operation(
            summary = "What changed from a version to a later one",
            description = "Pounds moved by agency, year and phase, deliveries that began or ceased to count, and the"
                    + " changes one by one with their reasons. to is the newest version if absent. Accept: text/csv"
                    + " gives the pounds moved.")
    Mono<VersionChanges> changes(
            @PathVariable("version") String version,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            Caller caller) {
        Slice.requireWholePlace(caller);
        NewestFirst page = NewestFirst.read(cursor, limit);
        return known("version", version)
                .zipWith(to == null || to.isBlank() ? versions.latest() : known("to", to))
                .flatMap(both -> {
                    if (both.getT1().revision() > both.getT2().revision()) {
                        throw Problem.badInput(
                                "to",
                                "not-later",
                                "'" + both.getT2().name() + "' is before '"
                                        + both.getT1().name() + "'. Ask for the changes the other way round.");
                    }
                    return comparing.of(both.getT1(), both.getT2(), page);
                });
    }

    @GetMapping(value = "/{version}/changes", produces = "text/csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> changesAsCsv(
            @PathVariable("version") String version,
            @RequestParam(name = "to", required = false) @Nullable String to,
            Caller caller) {
        return changes(version, to, null, null, caller)
                .map(found -> ResponseEntity.ok()
                        .contentType(Csv.TYPE)
                        .body(Csv.stream(
                                VersionChanges.CSV_HEADER, Flux.fromIterable(found.amounts()), VersionChanges::cells)));
    }

    private Mono<Versions.Pin> known(String path, String text) {
        VersionName name = read(path, text);
        return versions.find(name)
                .switchIfEmpty(Mono.error(() -> Problem.notFound(
                        "unknown-version", "There is no version '" + name + "'. /api/v1/versions lists them.")));
    }

    private static VersionName read(String path, String text) {
        try {
            return new VersionName(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw Problem.badInput(path, "invalid-version", malformed.getMessage() + ".");
        }
    }

    private static Page<Version> page(List<Version> found, int rows) {
        return Page.first(
                found,
                rows,
                last -> NewestFirst.after(
                        new VersionName(last.version()).revision().orElseThrow()));
    }
}
