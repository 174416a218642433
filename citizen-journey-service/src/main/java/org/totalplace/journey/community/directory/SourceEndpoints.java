package org.totalplace.journey.community.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The directories that are taken in, and what came of each import. */
@RestController
@RequestMapping("/api/v1/directory/sources")
@Tag(name = "Directory")
class SourceEndpoints {

    private static final Role[] READERS = {Role.ANALYST, Role.STEWARD, Role.AUDITOR};
    private static final int LARGEST = 32 * 1024 * 1024;

    private final Sources sources;
    private final ImportingDirectory importing;
    private final Imports imports;

    SourceEndpoints(Sources sources, ImportingDirectory importing, Imports imports) {
        this.sources = sources;
        this.importing = importing;
        this.imports = imports;
    }

    @GetMapping
    @Operation(summary = "The directories of services that are taken in")
    Mono<Page<Source>> all(Caller caller) {
        caller.requireAny(READERS);
        return blocking(sources::all).map(Page::whole);
    }

    @PutMapping("/{source}")
    @Operation(
            summary = "Register a directory of services",
            description = "Its name, the limit of days after which information counts as stale, and the address below"
                    + " which its `/services` is, for one that is fetched.")
    Mono<Source> set(@PathVariable("source") String source, @RequestBody SourceRequest request, Caller caller) {
        caller.requireAny(Role.STEWARD);
        request.check(source);
        return blocking(() -> sources.set(source, request, caller.name()));
    }

    @GetMapping("/{source}/imports")
    @Operation(summary = "The latest imports of a directory, and what came of them")
    Mono<Page<ImportReport>> imports(@PathVariable("source") String source, Caller caller) {
        caller.requireAny(READERS);
        return blocking(() -> {
                    List<ImportReport> reports = imports.of(source);
                    if (reports.isEmpty() && sources.find(source).isEmpty()) {
                        throw ImportAnswers.unknown(source);
                    }
                    return reports;
                })
                .map(Page::whole);
    }

    @GetMapping("/{source}/imports/{id}")
    @Operation(summary = "What came of one import: counts, and what was wrong in which service and field")
    Mono<ImportReport> report(@PathVariable("source") String source, @PathVariable("id") UUID id, Caller caller) {
        caller.requireAny(READERS);
        return blocking(() -> imports.find(source, id)
                .orElseThrow(() -> Problem.notFound(
                        "import-unknown", "The directory '" + source + "' has no import " + id + ".")));
    }

    @PostMapping("/{source}/imports")
    @Operation(
            summary = "Take a directory's file in",
            description = "The body is the file as it is: Open Referral JSON (a service, a page, an organization,"
                    + " services at locations, tables), the standard's tables as ZIP, or Outpost's CSV; at"
                    + " most 32 MB. With `whole=true` services that it does not name are no longer listed;"
                    + " more than a quarter of them only with `confirm=true`.")
    Mono<ResponseEntity<ImportReport>> take(
            @PathVariable("source") String source,
            @RequestParam(name = "name", defaultValue = "directory") String name,
            @RequestParam(name = "whole", defaultValue = "false") boolean whole,
            @RequestParam(name = "confirm", defaultValue = "false") boolean confirm,
            @RequestBody Flux<DataBuffer> body,
            Caller caller) {
        caller.requireAny(Role.STEWARD);
        var sent = new ImportingDirectory.Sent(source, name, whole, confirm, caller.name());
        return DataBufferUtils.join(body, LARGEST)
                .map(SourceEndpoints::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, tooLarge -> tooLarge())
                .flatMap(file -> blocking(() -> importing.take(sent, file)))
                .map(outcome -> ImportAnswers.of(source, outcome));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "directory-too-large",
                "A directory's file has at most " + LARGEST / (1024 * 1024) + " MB; send it in parts without"
                        + " whole=true.");
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
