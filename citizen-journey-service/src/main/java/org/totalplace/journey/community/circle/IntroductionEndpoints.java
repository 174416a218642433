package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.community.circle.GivenHours.Writing;
import org.totalplace.journey.community.circle.IntroductionStage.Step;
import org.totalplace.journey.community.circle.Introductions.By;
import org.totalplace.journey.community.circle.Introductions.Introduced;
import org.totalplace.journey.community.circle.Introductions.Offering;
import org.totalplace.journey.community.circle.Introductions.Stepping;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Mono;

/** Requests, introductions and hours of a circle, for the agency that runs it. */
@RestController
@RequestMapping("/api/v1/circles/{agency}")
@Tag(name = "Local circle")
class IntroductionEndpoints {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final Requests requests;
    private final Introductions introductions;
    private final GivenHours hours;
    private final InstantSource clock;

    IntroductionEndpoints(Requests requests, Introductions introductions, GivenHours hours, InstantSource clock) {
        this.requests = requests;
        this.introductions = introductions;
        this.hours = hours;
        this.clock = clock;
    }

    /** What a member needs; codes only, so that no words tell of anybody. */
    @Schema(name = "NewCircleRequest")
    record Asked(
            @Nullable String member,
            @Nullable String skill,
            @Nullable List<String> times,
            @Nullable LocalDate neededOn) {}

    /** Who is to be introduced. */
    @Schema(name = "NewCircleIntroduction")
    record Offered(@Nullable String helper) {}

    /**
     * What is done with an introduction.
     *
     * @param step {@code accept}, {@code decline}, {@code cancel} or {@code meet}
     * @param on {@code meet}: the day
     * @param minutes {@code meet}: how long
     */
    @Schema(name = "CircleStep")
    record Stepped(
            @Nullable String step,
            @Nullable LocalDate on,
            @Nullable Integer minutes) {}

    /** Hours outside of introductions. */
    @Schema(name = "NewCircleHours")
    record Gave(
            @Nullable String giver,
            @Nullable String receiver,
            @Nullable LocalDate on,
            @Nullable Integer minutes) {}

    @GetMapping("/requests")
    @Operation(summary = "Requests that wait, those needed first, each with the introduction that is under way")
    Mono<ResponseEntity<Page<Requests.Waiting>>> waiting(
            @PathVariable("agency") String agency,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        int most = MemberEndpoints.limit(limit);
        Place after = cursor == null ? new Place(LocalDate.EPOCH, FIRST) : Place.read(cursor);
        return CircleWords.blocking(() -> requests.waiting(circle, after.day(), after.id(), most + 1))
                .map(found -> Page.first(found, most, last -> Cursor.of(last.neededOn(), last.request())))
                .map(IntroductionEndpoints::unkept);
    }

    @PostMapping("/requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Write down what a member needs",
            description = "At most ten of one member wait at once, and twenty are written down in a day.")
    Mono<Map<String, UUID>> ask(@PathVariable("agency") String agency, @RequestBody Asked body, Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        LocalDate today = CircleWords.today(clock);
        UUID member = CircleWords.id("member", body.member());
        Requests.Asked asked = CircleWords.asked(body.skill(), body.times(), body.neededOn(), today);
        return CircleWords.blocking(() -> requests.ask(circle, member, asked, today))
                .map(IntroductionEndpoints::asked);
    }

    @PostMapping("/requests/{request}/withdrawal")
    @Operation(summary = "Take a request back; an introduction that is under way ends with it")
    Mono<Map<String, Boolean>> withdraw(
            @PathVariable("agency") String agency, @PathVariable("request") String request, Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        UUID id = CircleWords.id(request);
        return CircleWords.blocking(() -> requests.withdraw(circle, id, null, CircleWords.today(clock)))
                .map(IntroductionEndpoints::done);
    }

    @GetMapping("/requests/{request}/matches")
    @Operation(
            summary = "Who could help with a request, and why",
            description = "First who has met the member before, then the nearest, then the least busy. Nobody without a"
                    + " check that holds; `leftOut` tells how many lack what.")
    Mono<ResponseEntity<Matching.Matches>> matches(
            @PathVariable("agency") String agency, @PathVariable("request") String request, Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        UUID id = CircleWords.id(request);
        return CircleWords.blocking(() ->
                        requests.matches(circle, id, CircleWords.today(clock)).orElseThrow(CircleWords::unknown))
                .map(IntroductionEndpoints::unkept);
    }

    @PostMapping("/requests/{request}/introductions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Offer to introduce a helper", description = "Refused without a check that holds.")
    Mono<Map<String, UUID>> offer(
            @PathVariable("agency") String agency,
            @PathVariable("request") String request,
            @RequestBody Offered body,
            Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        UUID id = CircleWords.id(request);
        UUID helper = CircleWords.id("helper", body.helper());
        return CircleWords.blocking(() -> introductions.offer(circle, id, helper, CircleWords.today(clock)))
                .map(offering -> switch (offering) {
                    case Offering.Offered offered -> Map.of("introduction", offered.introduction());
                    case Offering.NoSuchRequest none -> throw CircleWords.unknown();
                    case Offering.NobodyOfThisId none ->
                        throw Problem.badInput("helper", "no-such-helper", "The circle has no helper of this id.");
                    case Offering.Underway underway ->
                        throw Problem.conflict("underway", "Somebody is just being introduced for this request.");
                    case Offering.Lacking lacking ->
                        throw Problem.conflict(
                                lacking.lack().code(),
                                "This helper cannot be introduced: "
                                        + lacking.lack().code() + ".");
                });
    }

    @GetMapping("/introductions")
    @Operation(summary = "Introductions of a circle, the newest first")
    Mono<ResponseEntity<Page<Introduced>>> all(
            @PathVariable("agency") String agency,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        int most = MemberEndpoints.limit(limit);
        Place before = cursor == null ? new Place(LocalDate.of(9999, 12, 31), LAST) : Place.read(cursor);
        return CircleWords.blocking(
                        () -> introductions.all(circle, before.day(), before.id(), most + 1, CircleWords.today(clock)))
                .map(found -> Page.first(found, most, last -> Cursor.of(last.offeredOn(), last.introduction())))
                .map(IntroductionEndpoints::unkept);
    }

    @PostMapping("/introductions/{introduction}")
    @Operation(
            summary = "Accept, decline or cancel an introduction, or say that they met",
            description = "Accepting needs checks that hold now and on the day of need, meeting such that held on its"
                    + " day, whatever they did when it was offered. `meet` writes the hours down, whose id is"
                    + " answered so that they can be taken back, and meets the request.")
    Mono<Map<String, String>> step(
            @PathVariable("agency") String agency,
            @PathVariable("introduction") String introduction,
            @RequestBody Stepped body,
            Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        UUID id = CircleWords.id(introduction);
        Step step = step(body.step());
        Introductions.Meeting meeting = step == Step.MEET ? CircleWords.meeting(body.on(), body.minutes()) : null;
        return CircleWords.blocking(() -> introductions.step(circle, id, step, meeting, by(caller)))
                .map(IntroductionEndpoints::stepped);
    }

    @GetMapping("/hours")
    @Operation(summary = "Hours of a circle as they were written down, the newest first")
    Mono<ResponseEntity<Page<GivenHours.Kept>>> hours(
            @PathVariable("agency") String agency,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        int most = MemberEndpoints.limit(limit);
        Place before = cursor == null ? new Place(LocalDate.of(9999, 12, 31), LAST) : Place.read(cursor);
        return CircleWords.blocking(() -> hours.all(circle, before.day(), before.id(), most + 1))
                .map(found -> Page.first(found, most, last -> Cursor.of(last.on(), last.hours())))
                .map(IntroductionEndpoints::unkept);
    }

    @PostMapping("/hours")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Write down hours that were given outside of introductions",
            description = "To a member, or without `receiver` to the place. At most a day in a day.")
    Mono<Map<String, UUID>> give(@PathVariable("agency") String agency, @RequestBody Gave body, Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        UUID giver = CircleWords.id("giver", body.giver());
        UUID receiver = body.receiver() == null ? null : CircleWords.id("receiver", body.receiver());
        if (giver.equals(receiver)) {
            throw Problem.badInput("receiver", "constraint-error", "Nobody gives hours to themselves.");
        }
        GivenHours.Given given =
                new GivenHours.Given(circle, giver, receiver, null, CircleWords.meeting(body.on(), body.minutes()));
        return CircleWords.blocking(() -> hours.give(given, by(caller))).map(writing -> switch (writing) {
            case Writing.Written written -> Map.of("hours", written.hours());
            case Writing.NoSuchMember none -> throw CircleWords.unknown();
            case Writing.NotCleared not -> throw notCleared();
            case Writing.NotThen not -> throw notThen();
        });
    }

    @DeleteMapping("/hours/{hours}")
    @Operation(summary = "Take hours back that were written down by mistake")
    Mono<Map<String, Boolean>> takeBack(
            @PathVariable("agency") String agency, @PathVariable("hours") String given, Caller caller) {
        String circle = MemberEndpoints.running(agency, caller);
        UUID id = CircleWords.id(given);
        return CircleWords.blocking(() -> hours.takeBack(circle, id, by(caller)))
                .map(IntroductionEndpoints::done);
    }

    /** Where a list goes on. */
    private record Place(LocalDate day, UUID id) {

        static Place read(String cursor) {
            List<String> parts = Cursor.read(cursor, 2);
            try {
                return new Place(LocalDate.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException notOurs) {
                throw Problem.badInput("cursor", "invalid-cursor", "The cursor is not one that this list gave.");
            }
        }
    }

    private By by(Caller caller) {
        return new By(caller.name(), CircleWords.today(clock), clock.instant());
    }

    static Step step(@Nullable String step) {
        return Step.ofCode(Objects.requireNonNullElse(step, ""))
                .orElseThrow(() -> Problem.badInput(
                        "step", "invalid-value", "step is one of accept, decline, cancel, meet, not '" + step + "'."));
    }

    static Map<String, UUID> asked(Requests.Asking asking) {
        return switch (asking) {
            case Requests.Asking.Kept kept -> Map.of("request", kept.request());
            case Requests.Asking.NoSuchMember none -> throw CircleWords.unknown();
            case Requests.Asking.TooMany many ->
                throw Problem.conflict(
                        "too-many",
                        Requests.MOST_OPEN + " requests of this member wait already, or " + Requests.MOST_A_DAY
                                + " were written down today.");
        };
    }

    static Map<String, String> stepped(Stepping stepping) {
        return switch (stepping) {
            case Stepping.Done done ->
                done.hours() == null
                        ? Map.of("stage", done.stage().code())
                        : Map.of("stage", done.stage().code(), "hours", String.valueOf(done.hours()));
            case Stepping.NoSuchIntroduction none -> throw CircleWords.unknown();
            case Stepping.NotNow now ->
                throw Problem.conflict(
                        "not-now", "The introduction is " + now.stage().code() + "; this cannot be done with it now.");
            case Stepping.NotCleared not -> throw notCleared();
            case Stepping.NotThen not -> throw notThen();
        };
    }

    static Map<String, Boolean> done(boolean done) {
        if (!done) {
            throw CircleWords.unknown();
        }
        return Map.of("done", true);
    }

    private static Problem notCleared() {
        return Problem.conflict("no-valid-check", "The helper has no check that holds on that day.");
    }

    private static Problem notThen() {
        return Problem.conflict(
                "not-then",
                "Hours are written down afterwards, not before the offer or before somebody joined, and a day has 24.");
    }

    private static <T> ResponseEntity<T> unkept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
