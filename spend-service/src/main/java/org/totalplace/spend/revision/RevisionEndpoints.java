package org.totalplace.spend.revision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.moment.AsOf;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** Revision notes at the door. */
@RestController
@RequestMapping("/api/v1/spend/revisions")
@Tag(name = "Revisions")
class RevisionEndpoints {

    private final RevisionNotes notes;
    private final RevisionAt revisions;
    private final InstantSource clock;

    RevisionEndpoints(RevisionNotes notes, RevisionAt revisions, InstantSource clock) {
        this.notes = notes;
        this.revisions = revisions;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "What changed the figures, when, why and by how much for whom, newest first",
            description = "year leaves out what did not touch that financial year.")
    Mono<Page<RevisionNote>> all(
            @RequestParam(name = "year", required = false) @Nullable String year,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        NewestFirst page = NewestFirst.read(cursor, limit);
        FinancialYear of = year == null || year.isBlank() ? null : year(year);
        Instant moment = AsOf.read(asOf, clock.instant());
        return revisions
                .moment(moment)
                .flatMap(revision -> notes.of(of, revision, 0, page.before(), page.limit() + 1))
                .map(found -> page(found, page.limit()));
    }

    private static Page<RevisionNote> page(List<RevisionNote> found, int rows) {
        return Page.first(found, rows, last -> NewestFirst.after(last.revision()));
    }

    private static FinancialYear year(String text) {
        try {
            return FinancialYear.parse(text.strip());
        } catch (IllegalArgumentException unreadable) {
            throw Problem.badInput("year", "invalid-year", unreadable.getMessage() + ".");
        }
    }
}
