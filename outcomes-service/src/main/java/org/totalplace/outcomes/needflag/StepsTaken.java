package org.totalplace.outcomes.needflag;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Which role did what with need flags and when, for whoever watches over it: no words, nobody whom they are about. */
@RestController
@Tag(name = "Need flags")
class StepsTaken {

    private static final int MOST = 500;
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private static final String STEPS = """
            select flag, seq, step, role, organisation, taken_at from need_flag_step
            where (taken_at, flag, seq) < (:moment, :flag, :seq)
            order by taken_at desc, flag desc, seq desc limit :most
            """;

    private final DatabaseClient database;

    StepsTaken(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One step.
     *
     * @param role of whoever took it, or {@code timer}
     * @param organisation the agency they speak for, if any
     */
    @Schema(name = "TriageStepTaken")
    record StepTaken(
            UUID flag,
            int seq,
            String step,
            String role,
            @Nullable String organisation,
            Instant at) {}

    private record Before(Instant moment, UUID flag, int seq) {}

    @GetMapping("/api/v1/voice/triage/steps")
    @Operation(
            summary = "Which role did what with need flags and when, the newest first",
            description = "For auditors and safeguarding staff. `limit` and `cursor` page.")
    Mono<ResponseEntity<Page<StepTaken>>> steps(
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller) {
        caller.requireAny(Role.SAFEGUARDING, Role.AUDITOR);
        if (limit < 1 || limit > MOST) {
            throw Problem.badInput("limit", "constraint-error", "limit is 1 to " + MOST + ".");
        }
        Before before = before(cursor);
        return database.sql(STEPS)
                .bind("moment", before.moment().atOffset(ZoneOffset.UTC))
                .bind("flag", before.flag())
                .bind("seq", before.seq())
                .bind("most", limit + 1)
                .map(StepsTaken::step)
                .all()
                .collectList()
                .map(found -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(Page.first(found, limit, last -> Cursor.of(last.at(), last.flag(), last.seq()))));
    }

    private static Before before(@Nullable String cursor) {
        if (cursor == null) {
            return new Before(FAR, new UUID(0, 0), 0);
        }
        List<String> parts = Cursor.read(cursor, 3);
        try {
            return new Before(
                    Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)), Integer.parseInt(parts.get(2)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Problem.badInput("cursor", "invalid-cursor", "The cursor is not one that this list gave.");
        }
    }

    private static StepTaken step(Readable row) {
        return new StepTaken(
                Objects.requireNonNull(row.get("flag", UUID.class)),
                Objects.requireNonNull(row.get("seq", Integer.class)),
                Objects.requireNonNull(row.get("step", String.class)),
                Objects.requireNonNull(row.get("role", String.class)),
                row.get("organisation", String.class),
                Objects.requireNonNull(row.get("taken_at", OffsetDateTime.class))
                        .toInstant());
    }
}
