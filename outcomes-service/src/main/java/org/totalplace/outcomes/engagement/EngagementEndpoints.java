package org.totalplace.outcomes.engagement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.engagement.EngagementAnswer.Result;
import org.totalplace.outcomes.engagement.Engagements.By;
import org.totalplace.outcomes.engagement.Engagements.Kept;
import org.totalplace.outcomes.engagement.Engagements.Setting;
import org.totalplace.outcomes.engagement.Engagements.Taking;
import org.totalplace.outcomes.voice.VoiceWords;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Consultations: the communications team runs them, everybody answers and reads what came of them. */
@RestController
@RequestMapping("/api/v1/voice/engagements")
@Tag(name = "Engagement")
class EngagementEndpoints {

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int MOST = 200;
    private static final String LAST_CODE = "~";

    private final Engagements engagements;
    private final InstantSource clock;

    EngagementEndpoints(Engagements engagements, InstantSource clock) {
        this.engagements = engagements;
        this.clock = clock;
    }

    /** A consultation in the list. */
    @Schema(name = "EngagementListed")
    record Listed(String code, String stage, Engagement engagement) {}

    /** What somebody answers: to each question the place of the answer, from 1, or 0. */
    @Schema(name = "EngagementResponse")
    record Said(
            @Nullable List<Integer> answers,
            @Nullable String area,
            @Nullable String ageBand) {}

    /** Answers that came on paper or were given in a meeting. */
    @Schema(name = "EngagementReturns")
    record Returned(@Nullable String channel, @Nullable List<Said> responses) {}

    /**
     * What came of it.
     *
     * @param suggestion of the register, by its number, that goes on with it
     * @param journey map that is changed with it
     * @param namesNobody that somebody looked, and that capitals in the words name nobody
     */
    @Schema(name = "NewEngagementResult")
    record Came(
            @Nullable String words,
            @Nullable Long suggestion,
            @Nullable String journey,
            @Nullable Boolean namesNobody) {}

    @GetMapping
    @Operation(summary = "Consultations, the newest first", description = "Needs no token. `limit` and `cursor` page.")
    Mono<Page<Listed>> all(
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badInput("limit", "constraint-error", "limit is 1 to " + MOST + ".");
        }
        Kept.Place before = cursor == null ? new Kept.Place(LocalDate.of(9999, 12, 31), LAST_CODE) : place(cursor);
        return blocking(() -> engagements.all(before.day(), before.code(), limit + 1))
                .map(found -> {
                    LocalDate today = today();
                    List<Listed> shown = found.stream()
                            .limit(limit)
                            .map(one -> new Listed(
                                    one.code(), one.engagement().stage(today).code(), one.engagement()))
                            .toList();
                    Kept last = found.size() <= limit ? null : found.get(limit - 1);
                    return Page.of(
                            shown,
                            last == null ? null : Cursor.of(last.engagement().from(), last.code()));
                });
    }

    @GetMapping("/{code}")
    @Operation(
            summary = "A consultation: what is asked, who takes part beside who lives here, and what came of it",
            description = "With disclosure control; answers when it is over. Needs no token. `Accept: text/csv` gives"
                    + " participation.")
    Mono<ResponseEntity<Object>> one(@PathVariable("code") String code, ServerHttpRequest request) {
        return blocking(() -> engagements.told(code, today()).orElseThrow(EngagementEndpoints::unknown))
                .map(answer -> Csv.answer(request, () -> csv(answer), answer));
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Write a consultation down",
            description = "By the communications team. Once somebody has answered, its questions stay.")
    Mono<Map<String, Boolean>> set(
            @PathVariable("code") String code, @RequestBody EngagementAsked body, Caller caller) {
        caller.requireAny(Role.COMMUNICATIONS, Role.STEWARD);
        if (!CODE.matcher(code).matches()) {
            throw Problem.badInput("code", "invalid-value", "code is 1 to 60 lower-case letters, digits and hyphens.");
        }
        Engagement engagement = body.checked();
        return blocking(() -> engagements.set(code, engagement, by(caller))).map(setting -> switch (setting) {
            case Setting.KEPT -> Map.of("kept", true);
            case Setting.ALREADY_ANSWERED ->
                throw Problem.conflict(
                        "already-answered",
                        "It was answered already: change its title, its day of results or, while it is open, to a later"
                                + " end; give another consultation another code.");
        });
    }

    @PostMapping("/{code}/responses")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Answer a consultation",
            description = "By anybody, without a token, while it is open. Nobody's name and no words are kept: who has"
                    + " more to say says it as a suggestion.")
    Mono<Map<String, Boolean>> answer(@PathVariable("code") String code, @RequestBody Said body) {
        List<Response> response = List.of(response("online", body));
        return blocking(() -> engagements.answer(code, response, false, today()))
                .map(EngagementEndpoints::taken);
    }

    @PostMapping("/{code}/returns")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enter answers that came on paper or were given in a meeting",
            description = "By the communications team; at most 200 at once, all or none. Also when it is over.")
    Mono<Map<String, Boolean>> enter(@PathVariable("code") String code, @RequestBody Returned body, Caller caller) {
        caller.requireAny(Role.COMMUNICATIONS, Role.STEWARD);
        List<Said> said = Objects.requireNonNullElse(body.responses(), List.of());
        String channel = Objects.requireNonNullElse(body.channel(), "");
        if (!channel.equals("print") && !channel.equals("meeting")) {
            throw Problem.badInput("channel", "invalid-value", "channel is print or meeting.");
        }
        if (said.isEmpty() || said.size() > MOST) {
            throw Problem.badInput("responses", "constraint-error", "Send 1 to " + MOST + " responses.");
        }
        List<Response> responses =
                said.stream().map(one -> response(channel, one)).toList();
        return blocking(() -> engagements.answer(code, responses, true, today()))
                .map(EngagementEndpoints::taken);
    }

    @PostMapping("/{code}/results")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Tell what came of a consultation that is over",
            description = "In words for everybody; with the suggestion or the journey map that goes on with it.")
    Mono<Map<String, Boolean>> tell(@PathVariable("code") String code, @RequestBody Came body, Caller caller) {
        caller.requireAny(Role.COMMUNICATIONS, Role.STEWARD);
        Result result = new Result(
                today(),
                VoiceWords.forAll("words", body.words(), VoiceWords.LONGEST, Boolean.TRUE.equals(body.namesNobody())),
                body.suggestion(),
                VoiceWords.code("journey", body.journey()));
        return blocking(() -> engagements.tell(code, result, by(caller))).map(EngagementEndpoints::taken);
    }

    private static Response response(String channel, Said said) {
        List<Integer> answers = Objects.requireNonNullElse(said.answers(), List.of());
        if (answers.stream().anyMatch(Objects::isNull)) {
            throw Problem.badInput("answers", "invalid-value", "To each question a number, 0 for no answer.");
        }
        return new Response(channel, blankAsNull(said.area()), blankAsNull(said.ageBand()), answers);
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Map<String, Boolean> taken(Taking taking) {
        return switch (taking) {
            case Taking.Taken taken -> Map.of("taken", true);
            case Taking.NoSuchEngagement none -> throw unknown();
            case Taking.NotNow now ->
                throw Problem.conflict(
                        "not-now", "The consultation is " + now.stage().code() + "; this cannot be done with it now.");
            case Taking.Wrong wrong ->
                throw Problem.badInput("responses[" + wrong.place() + "]", "constraint-error", wrong.why() + ".");
        };
    }

    private static String csv(EngagementAnswer answer) {
        StringBuilder csv = new StringBuilder(Csv.line(EngagementAnswer.COLUMNS));
        answer.rows().forEach(row -> csv.append(Csv.line(row)));
        return csv.toString();
    }

    private static Kept.Place place(String cursor) {
        List<String> parts = Cursor.read(cursor, 2);
        try {
            return new Kept.Place(LocalDate.parse(parts.get(0)), parts.get(1));
        } catch (DateTimeException notOurs) {
            throw Problem.badInput("cursor", "invalid-cursor", "The cursor is not one that this list gave.");
        }
    }

    private By by(Caller caller) {
        return new By(caller.name(), today(), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BRITAIN);
    }

    private static Problem unknown() {
        return Problem.notFound("no-such-engagement", "There is no consultation of this code.");
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
