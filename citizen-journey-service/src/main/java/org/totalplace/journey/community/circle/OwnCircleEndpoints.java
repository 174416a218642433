package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.community.circle.IntroductionStage.Step;
import org.totalplace.journey.community.circle.Introductions.By;
import org.totalplace.journey.community.circle.MembersTold.OfPerson;
import org.totalplace.journey.community.circle.MembersTold.Told;
import org.totalplace.journey.person.MovedPersons;
import org.totalplace.journey.person.UnknownPerson;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** What members see of themselves in circles and do there. Who they are follows from their records, not from words. */
@RestController
@RequestMapping("/api/v1/people/{id}/circles")
@Tag(name = "Local circle")
class OwnCircleEndpoints {

    private final MembersTold told;
    private final Requests requests;
    private final Introductions introductions;
    private final MovedPersons moved;
    private final InstantSource clock;

    OwnCircleEndpoints(
            MembersTold told, Requests requests, Introductions introductions, MovedPersons moved, InstantSource clock) {
        this.told = told;
        this.requests = requests;
        this.introductions = introductions;
        this.moved = moved;
        this.clock = clock;
    }

    /** What a member needs. */
    @Schema(name = "OwnCircleRequest")
    record Asked(
            @Nullable String circle,
            @Nullable String skill,
            @Nullable List<String> times,
            @Nullable LocalDate neededOn) {}

    /** {@code accept} or {@code decline} of a helper, {@code cancel} of who asked. */
    @Schema(name = "OwnCircleStep")
    record Stepped(@Nullable String step) {}

    @GetMapping
    @Operation(
            summary = "A person's part in circles: hours given and received, requests, introductions",
            description = "Needs `X-Purpose`. Sends on from the id of a person that was joined into another.")
    Mono<ResponseEntity<Object>> of(@PathVariable("id") UUID id, @SuppressWarnings("unused") Purpose stated) {
        PersonId person = new PersonId(id);
        return CircleWords.blocking(() -> told.ofPerson(person, CircleWords.today(clock)))
                .flatMap(found -> found.map(one -> Mono.just(ResponseEntity.ok().body((Object) one)))
                        .orElseGet(() -> moved.sendOn(person, "circles")));
    }

    @PostMapping("/requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for help in a circle that one is in", description = "Needs `X-Purpose`.")
    Mono<Map<String, UUID>> ask(
            @PathVariable("id") UUID id,
            @RequestBody Asked body,
            Caller caller,
            @SuppressWarnings("unused") Purpose stated) {
        caller.requireAny(Role.CITIZEN);
        LocalDate today = CircleWords.today(clock);
        Requests.Asked asked = CircleWords.asked(body.skill(), body.times(), body.neededOn(), today);
        return CircleWords.blocking(() -> {
                    Told member = own(id).circles().stream()
                            .filter(one -> one.circle().equals(body.circle()) && one.leftOn() == null)
                            .findFirst()
                            .orElseThrow(() ->
                                    Problem.badInput("circle", "not-a-member", "You are in no circle of this code."));
                    return requests.ask(member.circle(), member.member(), asked, today);
                })
                .map(IntroductionEndpoints::asked);
    }

    @PostMapping("/requests/{request}/withdrawal")
    @Operation(summary = "Take one's own request back", description = "Needs `X-Purpose`.")
    Mono<Map<String, Boolean>> withdraw(
            @PathVariable("id") UUID id,
            @PathVariable("request") String request,
            Caller caller,
            @SuppressWarnings("unused") Purpose stated) {
        caller.requireAny(Role.CITIZEN);
        UUID asked = CircleWords.id(request);
        return CircleWords.blocking(() -> {
                    boolean withdrawn = false;
                    for (Told one : own(id).circles()) {
                        withdrawn |= requests.withdraw(one.circle(), asked, one.member(), CircleWords.today(clock));
                    }
                    return withdrawn;
                })
                .map(IntroductionEndpoints::done);
    }

    @PostMapping("/introductions/{introduction}")
    @Operation(
            summary = "Answer an introduction as the helper, or cancel it as who asked",
            description = "Accepting needs checks that hold at that moment. Needs `X-Purpose`.")
    Mono<Map<String, String>> step(
            @PathVariable("id") UUID id,
            @PathVariable("introduction") String introduction,
            @RequestBody Stepped body,
            Caller caller,
            @SuppressWarnings("unused") Purpose stated) {
        caller.requireAny(Role.CITIZEN);
        UUID introduced = CircleWords.id(introduction);
        Step step = IntroductionEndpoints.step(body.step());
        if (step == Step.MEET) {
            throw Problem.badInput("step", "invalid-value", "Whoever runs the circle writes down that you met.");
        }
        By by = new By(caller.name(), CircleWords.today(clock), clock.instant());
        return CircleWords.blocking(() -> introductions.stepOf(id, introduced, step, by))
                .map(IntroductionEndpoints::stepped);
    }

    private OfPerson own(UUID person) throws Exception {
        PersonId id = new PersonId(person);
        return told.ofPerson(id, CircleWords.today(clock)).orElseThrow(() -> UnknownPerson.of(id));
    }
}
