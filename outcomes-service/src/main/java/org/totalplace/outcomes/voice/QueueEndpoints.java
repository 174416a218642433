package org.totalplace.outcomes.voice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.voice.KeptSuggestions.AskedByDue;
import org.totalplace.outcomes.voice.Suggestions.Done;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.starter.words.Telling;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What waits for somebody: stewards moderate, and they or the agency whose matter it is decide and deliver. Stewards
 * alone read what suggesters wrote themselves; an agency reads what was published, and of what is withheld what the
 * moderator wrote for it.
 */
@RestController
@RequestMapping("/api/v1/voice/queue")
@Tag(name = "Voice")
class QueueEndpoints {

    /** Closed suggestions wait for nobody, unless they are asked for. */
    private static final List<String> WAITING = Arrays.stream(Stage.values())
            .filter(stage -> stage != Stage.CLOSED)
            .map(Stage::code)
            .toList();

    /** Years within which what is entered happened. */
    private static final int OLDEST = 10;

    private final Suggestions suggestions;
    private final KeptSuggestions kept;
    private final StepReading steps;
    private final InstantSource clock;

    QueueEndpoints(Suggestions suggestions, KeptSuggestions kept, Bounds bounds, InstantSource clock) {
        this.suggestions = suggestions;
        this.kept = kept;
        this.steps = new StepReading(bounds);
        this.clock = clock;
    }

    /**
     * A suggestion that waits.
     *
     * @param original for stewards: what the suggester wrote, and at each reopening; empty once it was forgotten
     * @param redacted for stewards: the first of it with what seems to tell of somebody taken out, a proposal; for an
     *     agency: what the moderator wrote for it of words that are withheld
     * @param reopened what was written at each reopening, with what seems to tell of somebody taken out; not for an
     *     agency while the words are withheld
     */
    @Schema(name = "WaitingSuggestion")
    record Waiting(
            Heard suggestion,
            List<Original> original,
            @Nullable Original redacted,
            List<String> reopened,
            List<Told> history) {}

    /** What was written, and about what. */
    @Schema(name = "OriginalWords")
    record Original(@Nullable String about, String words) {}

    /** How a suggestion stands after a step. */
    @Schema(name = "VoiceStanding")
    record Standing(long number, String stage, @Nullable LocalDate due) {}

    @GetMapping
    @Operation(
            summary = "What waits to be moderated, decided or delivered, the most overdue first",
            description = "For stewards all of it, for an agency what is its own. `stage` narrows, `limit` and `cursor`"
                    + " page; `number` gives that one alone, whether it waits or is closed.")
    Mono<ResponseEntity<Page<Waiting>>> queue(
            @RequestParam(name = "stage", required = false) @Nullable String stage,
            @RequestParam(name = "number", required = false) @Nullable String number,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller) {
        caller.requireAny(Role.STEWARD, Role.AGENCY);
        DuePage page = DuePage.of(limit, cursor);
        List<String> stages = stage == null ? WAITING : List.of(VoiceStages.read(stage));
        String own = own(caller);
        Flux<Kept> asked = number == null
                ? kept.byDue(new AskedByDue(own, stages, page.due(), page.after(), page.limit() + 1))
                : kept.ofNumber(number(number), own);
        return asked.collectList()
                .flatMap(found -> kept.words(found.stream().map(Kept::number).toList())
                        .map(words -> page.shown(found, one -> waiting(one, words, caller.isAny(Role.STEWARD)))))
                .map(body ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body));
    }

    @PostMapping("/{number}/steps")
    @Operation(
            summary = "Take a step with a suggestion; its suggester reads of it",
            description = "`publish` and `withhold` are for stewards; the rest for them and the agency whose matter it"
                    + " is. What may follow when is in ADR 63.")
    Mono<Standing> step(@PathVariable("number") String number, @RequestBody StepAsked body, Caller caller) {
        caller.requireAny(Role.STEWARD, Role.AGENCY);
        if (body.isModeration()) {
            caller.requireAny(Role.STEWARD);
        }
        // Who could date it back could take more time when it is too late.
        if (List.of("extend", "redact").contains(Objects.requireNonNullElse(body.step(), "")) && body.on() != null) {
            throw Problem.badInput("on", "constraint-error", "It counts on the day on which it is asked for.");
        }
        LocalDate on = day(body.on());
        return Mono.fromCallable(() -> suggestions.answer(
                        number(number),
                        mine(caller),
                        new Suggestions.Asked(
                                life -> new Life.Happened(on, day(null), steps.event(body, life, on)), body.seen()),
                        speaksFor(caller)))
                .subscribeOn(Schedulers.boundedElastic())
                .map(QueueEndpoints::standing);
    }

    /** As histories write it: never a person. */
    static String speaksFor(Caller caller) {
        if (caller.agency() != null) {
            return caller.agency().value();
        }
        return caller.isAny(Role.STEWARD) ? "steward" : "staff";
    }

    private Waiting waiting(Kept one, Map<Long, List<Suggestions.Said>> words, boolean moderator) {
        List<Original> original = words.getOrDefault(one.number(), List.of()).stream()
                .map(said -> new Original(said.about(), said.words()))
                .toList();
        Life.Showing showing = one.life().showing();
        // A machine cannot tell whom words are about, so that what is withheld is not read as it would leave it.
        boolean isRead = moderator || showing instanceof Life.Showing.Words;
        List<String> reopened = original.stream()
                .skip(1)
                .filter(each -> isRead)
                .map(each -> Telling.redacted(each.words()))
                .toList();
        return new Waiting(
                Heard.of(one, day(null)),
                moderator ? original : List.of(),
                moderator ? proposal(original) : gist(showing),
                reopened,
                Told.all(one));
    }

    private static @Nullable Original proposal(List<Original> original) {
        return original.isEmpty()
                ? null
                : new Original(
                        Telling.redacted(
                                Objects.requireNonNullElse(original.getFirst().about(), "")),
                        Telling.redacted(original.getFirst().words()));
    }

    private static @Nullable Original gist(Life.Showing showing) {
        return showing instanceof Life.Showing.Withheld withheld && withheld.gist() != null
                ? new Original(null, withheld.gist())
                : null;
    }

    private static Standing standing(Done done) {
        return switch (done) {
            case Done.Taken taken ->
                new Standing(
                        taken.number(),
                        taken.life().stage().code(),
                        taken.life().nextDue().orElse(null));
            case Done.Refused refused ->
                throw Problem.conflict(
                        refused.refusal().code(), refused.refusal().why());
            case Done.Stale stale ->
                throw Problem.conflict("changed", "Something happened to it since you read it: read it again.");
            case Done.NoSuchSuggestion none -> throw unknown();
            // Whose matter it is stands in the register for all to see; what was written does not.
            case Done.NotYours notYours ->
                throw Problem.forbidden("not-yours", "This is for another agency, or for the partnership, to answer.");
        };
    }

    private static Predicate<Life> mine(Caller caller) {
        return life -> caller.isAny(Role.STEWARD)
                || Objects.equals(own(caller), life.answerable().agency());
    }

    /** Null for stewards, who answer for all. */
    private static @Nullable String own(Caller caller) {
        if (caller.isAny(Role.STEWARD)) {
            return null;
        }
        if (caller.agency() == null) {
            throw Problem.forbidden("role-not-allowed", "Your token speaks for no agency.");
        }
        return caller.agency().value();
    }

    private LocalDate day(@Nullable LocalDate given) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SuggestionEndpoints.BRITAIN);
        LocalDate day = Objects.requireNonNullElse(given, today);
        if (day.isAfter(today) || day.isBefore(today.minusYears(OLDEST))) {
            throw Problem.badInput(
                    "on", "constraint-error", "The day is within the last " + OLDEST + " years, not in the future.");
        }
        return day;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("no-such-suggestion", "There is no suggestion of this number.");
    }
}
