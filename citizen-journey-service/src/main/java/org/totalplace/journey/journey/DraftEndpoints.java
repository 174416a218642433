package org.totalplace.journey.journey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The editor of maps: a draft, what it would change, and its publication. */
@RestController
@RequestMapping("/api/v1/journeys/maps/{map}")
@Tag(name = "Journeys")
class DraftEndpoints {

    private final DraftingMaps drafts;
    private final ValidatingDrafts validating;
    private final InstantSource clock;

    DraftEndpoints(DraftingMaps drafts, ValidatingDrafts validating, InstantSource clock) {
        this.drafts = drafts;
        this.validating = validating;
        this.clock = clock;
    }

    /** A draft as the API shows it. */
    record Shown(
            String map,
            String name,
            List<Stage> stages,
            List<MappingRule> rules,
            int basedOn,
            String author,
            Instant savedAt) {

        static Shown of(Draft draft) {
            JourneyMap map = draft.map();
            return new Shown(
                    map.map(), map.name(), map.stages(), map.rules(), draft.basedOn(), draft.author(), draft.savedAt());
        }
    }

    @PutMapping("/draft")
    @Operation(summary = "Save the draft of a map", description = "Changes nothing but the draft.")
    Mono<Shown> save(@PathVariable("map") String map, @RequestBody MapRequest request, Caller caller) {
        caller.requireAny(Role.STEWARD);
        request.objection(map).ifPresent(DraftEndpoints::refuse);
        return blocking(() -> drafts.save(request.map(map), caller.name())).map(Shown::of);
    }

    @GetMapping("/draft")
    @Operation(summary = "The draft of a map")
    Mono<Shown> draft(@PathVariable("map") String map, Caller caller) {
        caller.requireAny(Role.STEWARD, Role.ANALYST, Role.AUDITOR);
        return blocking(() -> found(map)).map(Shown::of);
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw the draft of a map away")
    Mono<Void> discard(@PathVariable("map") String map, Caller caller) {
        caller.requireAny(Role.STEWARD);
        return blocking(() -> drafts.discard(map)).flatMap(done -> done ? Mono.empty() : Mono.error(noDraft(map)));
    }

    @PostMapping("/draft/validation")
    @Operation(
            summary = "What the draft would change: contacts, persons and cost by stage, and what is unmapped",
            description = "With disclosure control; changes nothing.")
    Mono<ValidationAnswer> validate(@PathVariable("map") String map, @RequestParam("year") String year, Caller caller) {
        caller.requireAny(Role.STEWARD, Role.ANALYST);
        FinancialYear asked = YearAsked.read(year);
        return blocking(() -> {
            Draft draft = found(map);
            return ValidationAnswer.of(draft, asked, clock.instant(), validating.changes(draft.map(), asked));
        });
    }

    @PostMapping("/publication")
    @Operation(
            summary = "Make the draft a version",
            description = "With a reason; in force at once or from a later day. Refused when another version was made"
                    + " since the draft was begun.")
    Mono<MapEndpoints.Shown> publish(
            @PathVariable("map") String map, @RequestBody PublicationRequest request, Caller caller) {
        caller.requireAny(Role.STEWARD);
        Instant now = clock.instant();
        request.objection(now).ifPresent(DraftEndpoints::refuse);
        String reason = Objects.requireNonNull(request.reason(), "checked before");
        return blocking(() -> drafts.publish(map, caller.name(), reason, request.effect(now)))
                .map(outcome -> switch (outcome) {
                    case DraftingMaps.Publication.Published published -> MapEndpoints.Shown.of(published.version());
                    case DraftingMaps.Publication.NoDraft none -> throw noDraft(map);
                    case DraftingMaps.Publication.Overtaken overtaken ->
                        throw Problem.conflict(
                                "draft-overtaken",
                                "The draft was begun on version " + overtaken.basedOn() + ", but version "
                                        + overtaken.highest()
                                        + " has been made since; throw the draft away and begin anew on it.");
                });
    }

    private Draft found(String map) throws Exception {
        return drafts.find(map).orElseThrow(() -> noDraft(map));
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private static void refuse(MapRefused refused) {
        throw Problem.badInput(refused.path(), "invalid-map", refused.message());
    }

    private static Problem noDraft(String map) {
        return Problem.notFound(
                "draft-unknown",
                "There is no draft of the map '" + map + "'; PUT .../maps/" + map + "/draft saves one.");
    }
}
