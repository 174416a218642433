package org.totalplace.outcomes.voice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.voice.KeptSuggestions.Asked;
import org.totalplace.outcomes.voice.KeptSuggestions.AskedByDue;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was said, decided and done, for everybody to read. */
@RestController
@RequestMapping("/api/v1/voice")
@Tag(name = "Voice")
class RegisterEndpoints {

    /** What nobody has looked at is in no list for everybody: its days alone may tell who said it. */
    private static final List<String> LOOKED_AT = Arrays.stream(Stage.values())
            .filter(stage -> stage != Stage.RECEIVED)
            .map(Stage::code)
            .toList();

    private static final int DAYS_A_WEEK = 7;

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

    /**
     * A page of the chain with its moment.
     *
     * @param unread what nobody has looked at yet, and so is not listed
     */
    @Schema(name = "VoiceChains")
    record Chains(Instant asOf, List<Chain> results, Page.Paging paging, Unread unread) {}

    /**
     * What nobody has looked at yet.
     *
     * @param overdue how many of them should have been decided by now
     * @param oldestWeeks by how many weeks the oldest is overdue, begun ones counted; so no day of it is told
     */
    @Schema(name = "UnreadSuggestions")
    record Unread(PublishedCount all, PublishedCount overdue, long oldestWeeks) {

        static Unread of(KeptSuggestions.Unread found, LocalDate today) {
            LocalDate oldest = found.oldest();
            long days = oldest == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(oldest, today));
            return new Unread(
                    PublishedCount.of(found.all()),
                    PublishedCount.of(found.overdue()),
                    Math.ceilDiv(days, DAYS_A_WEEK));
        }
    }

    @GetMapping("/register")
    @Operation(
            summary = "The public register of suggestions, the newest first",
            description = "`stage`, `kind` and `agency` narrow, `limit` and `cursor` page; `Accept: text/csv` gives all"
                    + " of it. Needs no token.")
    Mono<Page<Heard>> register(
            @RequestParam(name = "stage", required = false) @Nullable String stage,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "agency", required = false) @Nullable String agency,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        DuePage.requireLimit(limit);
        return heard(asked(stage, kind, agency, before(cursor), limit + 1))
                .collectList()
                .map(rows -> page(rows, limit));
    }

    @GetMapping(path = "/register", produces = "text/csv")
    ResponseEntity<Flux<DataBuffer>> registerAsCsv(
            @RequestParam(name = "stage", required = false) @Nullable String stage,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "agency", required = false) @Nullable String agency) {
        Asked all = asked(stage, kind, agency, Long.MAX_VALUE, Integer.MAX_VALUE);
        return ResponseEntity.ok().contentType(Csv.TYPE).body(Csv.stream(Heard.COLUMNS, heard(all), Heard::cells));
    }

    private static Asked asked(
            @Nullable String stage, @Nullable String kind, @Nullable String agency, long before, int most) {
        return new Asked(
                stage == null ? null : VoiceStages.read(stage),
                VoiceWords.code("kind", kind),
                VoiceWords.code("agency", agency),
                before,
                most);
    }

    private Flux<Heard> heard(Asked asked) {
        LocalDate today = today();
        return kept.register(asked).map(one -> Heard.of(one, today));
    }

    @GetMapping("/chain")
    @Operation(
            summary = "Said, decided, money moved, better off: each suggestion's chain and its gaps, overdue first",
            description = "Words stand there once they are published; what nobody has looked at yet is only counted."
                    + " Needs no token.")
    Mono<Chains> chain(
            @RequestParam(name = "agency", required = false) @Nullable String agency,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        DuePage page = DuePage.of(limit, cursor);
        Instant now = clock.instant();
        LocalDate today = today();
        AskedByDue asked = new AskedByDue(
                VoiceWords.code("agency", agency), LOOKED_AT, page.due(), page.after(), page.limit() + 1);
        return kept.byDue(asked)
                .collectList()
                .map(found -> page.shown(found, one -> Chain.of(one, today)))
                .zipWith(kept.unread(today))
                .map(read ->
                        new Chains(now, read.getT1().results(), read.getT1().paging(), Unread.of(read.getT2(), today)));
    }

    private static Page<Heard> page(List<Heard> rows, int limit) {
        return Page.first(rows, limit, last -> Cursor.of(last.number()));
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
