package org.totalplace.outcomes.needflag;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.voice.Codes;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes a word of worry from anybody, and tells those who gave it what became of it, and nothing of anybody. */
@RestController
@RequestMapping("/api/v1/voice/need-flags")
@Tag(name = "Need flags")
class NeedFlagEndpoints {

    static final ZoneId BRITAIN = ZoneId.of("Europe/London");
    static final List<String> KINDS = List.of("cold-home", "confusion", "distress", "neglect", "other");

    private static final int LONGEST = 1_000;
    private static final int SHORT = 300;

    private final NeedFlags flags;
    private final DatabaseClient database;
    private final Codes codes;
    private final InstantSource clock;

    NeedFlagEndpoints(NeedFlags flags, DatabaseClient database, Codes codes, InstantSource clock) {
        this.flags = flags;
        this.database = database;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * What somebody noticed.
     *
     * @param kind {@code cold-home}, {@code confusion}, {@code distress}, {@code neglect} or {@code other}
     * @param where the person may be found
     */
    @Schema(name = "NewNeedFlag")
    record New(
            @Nullable String kind,
            @Nullable String words,
            @Nullable String where) {}

    /**
     * What will happen.
     *
     * @param code by which whoever raised it hears what became of it; told once
     * @param expiresOn the day on which all of it is deleted if nobody has taken it up by then
     * @param latestOn the day on which it is deleted whatever happens
     */
    @Schema(name = "RaisedNeedFlag")
    record Receipt(String code, LocalDate expiresOn, LocalDate latestOn, String next) {}

    /** What became of it. */
    @Schema(name = "NeedFlagFeedback")
    record Feedback(String stage, String words) {}

    @PostMapping
    @Operation(
            summary = "Say that somebody may need help",
            description = "By anybody, without a token. Safeguarding staff look at it before anybody else; it is"
                    + " deleted when it ends: after 30 days, or as long after it was taken up, 90 days at the latest."
                    + " In danger call 999.")
    Mono<ResponseEntity<Receipt>> raise(@RequestBody New body) {
        if (body.kind() == null || !KINDS.contains(body.kind())) {
            throw Problem.badInput("kind", "invalid-value", "kind is one of " + String.join(", ", KINDS) + ".", KINDS);
        }
        NeedFlags.Raised raised = new NeedFlags.Raised(
                body.kind(), words("words", body.words(), LONGEST), words("where", body.where(), SHORT));
        LocalDate today = LocalDate.ofInstant(clock.instant(), BRITAIN);
        Codes.Code code = codes.fresh();
        LocalDate expires = today.plusDays(NeedFlags.DAYS);
        return Mono.fromCallable(() -> {
                    flags.raise(code.hash(), raised, today, expires);
                    return ResponseEntity.status(HttpStatus.CREATED)
                            .cacheControl(CacheControl.noStore())
                            .body(new Receipt(
                                    code.text(),
                                    expires,
                                    today.plusDays(NeedFlags.MOST_DAYS),
                                    FlagStage.RAISED.feedback()));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/{code}")
    @Operation(summary = "What became of a need flag, for whoever raised it")
    Mono<ResponseEntity<Feedback>> feedback(@PathVariable("code") String typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BRITAIN);
        return Mono.justOrEmpty(codes.read(typed))
                .flatMap(code -> database.sql("""
                                select case when ended_on is not null or expires_on > :today then stage
                                            when stage = 'raised' then 'lapsed' else 'expired' end as stage
                                from need_flag where code = :code
                                """)
                        .bind("today", today)
                        .bind("code", code.hash())
                        .map(row -> FlagStage.ofCode(Objects.requireNonNull(row.get("stage", String.class))))
                        .one())
                .switchIfEmpty(Mono.error(() -> Problem.notFound("no-such-code", "No need flag has this code.")))
                .map(stage -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new Feedback(stage.code(), stage.feedback())));
    }

    static String words(String path, @Nullable String given, int longest) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw Problem.badInput(path, "required-value", "'" + path + "' has 1 to " + longest + " characters.");
        }
        return text;
    }
}
