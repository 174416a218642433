package org.totalplace.outcomes.voice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.voice.Suggestions.Done;
import org.totalplace.outcomes.voice.Suggestions.Said;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes suggestions from anybody, and tells those who have a code what became of theirs. */
@RestController
@RequestMapping("/api/v1/voice")
@Tag(name = "Voice")
class SuggestionEndpoints {

    static final ZoneId BRITAIN = ZoneId.of("Europe/London");

    private static final List<String> KINDS = List.of("service", "journey", "place");
    private static final List<String> CHANNELS = List.of("online", "paper", "meeting");
    private static final String ONLINE = CHANNELS.getFirst();

    /** Years within which what is entered was said. */
    private static final int OLDEST = 10;

    private final Suggestions suggestions;
    private final KeptSuggestions kept;
    private final Codes codes;
    private final Bounds bounds;
    private final InstantSource clock;

    SuggestionEndpoints(
            Suggestions suggestions, KeptSuggestions kept, Codes codes, Bounds bounds, InstantSource clock) {
        this.suggestions = suggestions;
        this.kept = kept;
        this.codes = codes;
        this.bounds = bounds;
        this.clock = clock;
    }

    /**
     * What somebody suggests, or thinks of something.
     *
     * @param kind {@code service}, {@code journey} or {@code place}
     * @param about which one, in their words
     * @param channel how it came: {@code online}, or from staff {@code paper} or {@code meeting}
     * @param toldOn from staff: the day on which it was said, if it was not today
     * @param code from staff: the code that the paper form has
     */
    @Schema(name = "NewSuggestion")
    record New(
            @Nullable String kind,
            @Nullable String about,
            @Nullable String words,
            @Nullable String channel,
            @Nullable LocalDate toldOn,
            @Nullable String code) {}

    /**
     * That it was received.
     *
     * @param code by which it is followed; told once, and kept nowhere
     * @param due the day by which it is decided
     * @param notes what the words seem to tell of somebody
     */
    @Schema(name = "ReceivedSuggestion")
    record Receipt(long number, String code, LocalDate due, List<String> notes) {}

    /** Why it should be looked at again, in the suggester's words. */
    @Schema(name = "Reopening")
    record Reopening(@Nullable String words) {}

    /**
     * A suggestion as its suggester follows it.
     *
     * @param mayReopen whether it can be reopened now
     */
    @Schema(name = "FollowedSuggestion")
    record Followed(Heard suggestion, boolean mayReopen, List<Told> history) {}

    @PostMapping("/suggestions")
    @Operation(
            summary = "Suggest something, or say what you think, about a service, a journey or the place",
            description = "By anybody, with or without a token. Nothing of it is shown before a moderator has read it.")
    Mono<ResponseEntity<Receipt>> suggest(@RequestBody New body, @AuthenticationPrincipal @Nullable Jwt token) {
        Optional<Caller> staff = Optional.ofNullable(token)
                .map(Caller::of)
                .filter(caller -> caller.isAny(Role.STEWARD, Role.AGENCY, Role.PRACTITIONER));
        String channel = channel(body, staff.isPresent());
        String kind = oneOf("kind", body.kind(), KINDS);
        Said said = new Said(
                VoiceWords.own("about", body.about(), VoiceWords.SHORT),
                VoiceWords.own("words", body.words(), VoiceWords.LONGEST));
        LocalDate on = toldOn(body);
        Codes.Code code = body.code() == null ? codes.fresh() : printed(body.code());
        LocalDate due = bounds.decisionDue(on);
        Life.Happened first = new Life.Happened(on, today(), new VoiceEvent.Received(kind, channel, due));
        String by = channel.equals(ONLINE)
                ? "suggester"
                : staff.map(QueueEndpoints::speaksFor).orElse("suggester");
        return Mono.fromCallable(() -> suggestions.receive(code, first, said, by))
                .subscribeOn(Schedulers.boundedElastic())
                .map(number -> uncached(HttpStatus.CREATED)
                        .body(new Receipt(
                                number.orElseThrow(() -> Problem.conflict(
                                        "code-used",
                                        "A suggestion has this code already; was the form entered twice?")),
                                code.text(),
                                due,
                                VoiceWords.notes(said.about() + "\n" + said.words()))));
    }

    @GetMapping("/code")
    @Operation(
            summary = "A fresh code to print on a paper form",
            description = "Nothing is kept of it until staff enter the form.")
    ResponseEntity<Map<String, String>> code() {
        return uncached(HttpStatus.OK).body(Map.of("code", codes.fresh().text()));
    }

    @GetMapping("/suggestions/{code}")
    @Operation(summary = "What became of a suggestion, for whoever has its code")
    Mono<ResponseEntity<Followed>> follow(@PathVariable("code") String typed) {
        LocalDate today = today();
        return Mono.justOrEmpty(codes.read(typed))
                .flatMap(kept::ofCode)
                .switchIfEmpty(Mono.error(SuggestionEndpoints::unknown))
                .map(found -> uncached(HttpStatus.OK)
                        .body(new Followed(Heard.of(found, today), mayReopen(found.life()), Told.all(found))));
    }

    @PostMapping("/suggestions/{code}/reopening")
    @Operation(
            summary = "Reopen a suggestion that was closed, for whoever has its code",
            description = "So often, and so long after, as the partnership has set; a decision is owed again then.")
    Mono<ResponseEntity<Map<String, Object>>> reopen(@PathVariable("code") String typed, @RequestBody Reopening body) {
        String words = VoiceWords.own("words", body.words(), VoiceWords.LONGEST);
        Codes.Code code = codes.read(typed).orElseThrow(SuggestionEndpoints::unknown);
        return Mono.fromCallable(() -> suggestions.reopen(code, life -> reopening(), new Said(null, words)))
                .subscribeOn(Schedulers.boundedElastic())
                .map(done -> switch (done) {
                    case Done.Taken taken ->
                        uncached(HttpStatus.OK)
                                .body(Map.of(
                                        "number",
                                        taken.number(),
                                        "due",
                                        taken.life().owed().due()));
                    case Done.Refused refused ->
                        throw Problem.conflict(
                                refused.refusal().code(), refused.refusal().why());
                    case Done.NoSuchSuggestion none -> throw unknown();
                    case Done.NotYours notYours -> throw unknown();
                    case Done.Stale stale -> throw unknown();
                });
    }

    private boolean mayReopen(Life life) {
        return life.after(reopening(), bounds) instanceof Life.Stepping.Taken;
    }

    private Life.Happened reopening() {
        return new Life.Happened(today(), new VoiceEvent.Reopened(bounds.decisionDue(today())));
    }

    private static String channel(New body, boolean staff) {
        if (body.channel() == null || ONLINE.equals(body.channel())) {
            if (body.code() != null || body.toldOn() != null) {
                throw Problem.badInput(
                        "channel", "required-value", "A code and a day belong to a form that staff enter: say which.");
            }
            return ONLINE;
        }
        String channel = oneOf("channel", body.channel(), CHANNELS);
        if (!staff) {
            throw Problem.forbidden(
                    "role-not-allowed", "What came on paper or in a meeting is entered by staff of the partnership.");
        }
        return channel;
    }

    private LocalDate toldOn(New body) {
        LocalDate on = Objects.requireNonNullElse(body.toldOn(), today());
        if (on.isAfter(today()) || on.isBefore(today().minusYears(OLDEST))) {
            throw Problem.badInput(
                    "toldOn",
                    "constraint-error",
                    "The day is within the last " + OLDEST + " years, not in the future.");
        }
        return on;
    }

    private Codes.Code printed(String typed) {
        return codes.read(typed)
                .orElseThrow(() -> Problem.badInput(
                        "code", "invalid-value", "This is none of our codes; compare it with the form, sign by sign."));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BRITAIN);
    }

    private static ResponseEntity.BodyBuilder uncached(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }

    private static Problem unknown() {
        return Problem.notFound(
                "no-such-code",
                "No suggestion has this code. Compare it sign by sign; one from a paper form is known once the form was"
                        + " entered.");
    }

    private static String oneOf(String path, @Nullable String given, List<String> choices) {
        if (given == null || !choices.contains(given)) {
            throw Problem.badInput(
                    path,
                    "invalid-value",
                    path + " is one of " + String.join(", ", choices) + ", not '" + given + "'.",
                    choices);
        }
        return given;
    }
}
