package org.totalplace.outcomes.voice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.voice.KeptSuggestions.Asked;
import org.totalplace.outcomes.voice.KeptSuggestions.AskedByDue;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** What was said, decided and done, for everybody to read. */
@RestController
@RequestMapping("/api/v1/voice")
@Tag(name = "Voice")
class RegisterEndpoints {

    private final KeptSuggestions kept;
    private final InstantSource clock;

    RegisterEndpoints(KeptSuggestions kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Said, decided, money moved, better off.
     *
     * @param gaps what is missing in between
     * @param overdueDays calendar days since the next step was due; 0 while it is not
     */
    @Schema(name = "VoiceChain")
    record Chain(Heard suggestion, List<String> gaps, long overdueDays) {

        static Chain of(Kept kept, LocalDate today) {
            Life life = kept.life();
            long late = life.nextDue()
                    .map(due -> Math.max(0, ChronoUnit.DAYS.between(due, today)))
                    .orElse(0L);
            return new Chain(
                    Heard.of(kept, today),
                    Gap.of(life, today).stream().map(Gap::code).toList(),
                    late);
        }
    }

    /** A page of the chain with its moment. */
    @Schema(name = "VoiceChains")
    record Chains(Instant asOf, List<Chain> results, Page.Paging paging) {}

    @GetMapping("/register")
    @Operation(
            summary = "The public register of suggestions, the newest first",
            description = "`stage`, `kind` and `agency` narrow, `limit` and `cursor` page; `Accept: text/csv` gives all"
                    + " of it. Needs no token.")
    Mono<ResponseEntity<Object>> register(
            @RequestParam(name = "stage", required = false) @Nullable String stage,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "agency", required = false) @Nullable String agency,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            ServerHttpRequest request) {
        DuePage.requireLimit(limit);
        boolean csv = Csv.isWanted(request);
        Asked asked = new Asked(
                stage == null ? null : VoiceStages.read(stage),
                VoiceWords.code("kind", kind),
                VoiceWords.code("agency", agency),
                csv ? Long.MAX_VALUE : before(cursor),
                csv ? Integer.MAX_VALUE : limit + 1);
        LocalDate today = today();
        return kept.register(asked)
                .map(one -> Heard.of(one, today))
                .collectList()
                .map(rows -> csv
                        ? ResponseEntity.ok().contentType(Csv.TYPE).body(csv(rows))
                        : ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(page(rows, limit)));
    }

    @GetMapping("/chain")
    @Operation(
            summary = "Said, decided, money moved, better off: each suggestion's chain and its gaps, overdue first",
            description = "Words stand there once they are published. Needs no token.")
    Mono<Chains> chain(
            @RequestParam(name = "agency", required = false) @Nullable String agency,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        DuePage page = DuePage.of(limit, cursor);
        Instant now = clock.instant();
        LocalDate today = today();
        AskedByDue asked =
                new AskedByDue(VoiceWords.code("agency", agency), null, page.due(), page.after(), page.limit() + 1);
        return kept.byDue(asked)
                .collectList()
                .map(found -> page.shown(found, one -> Chain.of(one, today)))
                .map(shown -> new Chains(now, shown.results(), shown.paging()));
    }

    private static String csv(List<Heard> rows) {
        StringBuilder csv = new StringBuilder(Csv.line(Heard.COLUMNS));
        rows.forEach(row -> csv.append(Csv.line(row.cells())));
        return csv.toString();
    }

    private static Page<Heard> page(List<Heard> rows, int limit) {
        if (rows.size() <= limit) {
            return Page.whole(rows);
        }
        List<Heard> shown = rows.subList(0, limit);
        return Page.of(shown, Cursor.of(shown.getLast().number()));
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(Cursor.read(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw Problem.badInput("cursor", "invalid-cursor", "The cursor is not one that this list gave.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SuggestionEndpoints.BRITAIN);
    }
}
