package org.totalplace.journey.release;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Proposing, comparing and releasing linkage models. Counts about persons are rounded, small ones not shown. */
@RestController
@RequestMapping("/api/v1/journeys/linkage")
@Tag(name = "Linkage models")
class ModelEndpoints {

    private static final long USUAL_SEED = 20_251;

    private final Releasing releasing;

    ModelEndpoints(Releasing releasing) {
        this.releasing = releasing;
    }

    /** @param seed of the training; the same records and seed give the same model */
    record Asked(@Nullable Long seed) {}

    /**
     * @param reason why it is released; kept
     * @param unjudged true to release a model of which nobody knows whether it is fair
     */
    record Release(@Nullable String reason, @Nullable Boolean unjudged) {}

    record Labelled(int labels) {}

    @PostMapping("/models")
    @Operation(
            summary = "Propose a model, trained on the records that are there",
            description = "It is compared with the model in force and judged for fairness; look at it by its location.")
    Mono<ResponseEntity<Proposal>> propose(@RequestBody Asked asked, Caller caller) {
        caller.requireAny(Role.STEWARD, Role.ANALYST);
        return Mono.fromCallable(
                        () -> releasing.ask(Objects.requireNonNullElse(asked.seed(), USUAL_SEED), caller.name()))
                .subscribeOn(Schedulers.boundedElastic())
                .map(proposal -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/journeys/linkage/models/" + proposal.proposal()))
                        .body(proposal));
    }

    @GetMapping("/models")
    @Operation(summary = "Proposed and released models, the newest first")
    Mono<Page<Proposal>> all(Caller caller) {
        caller.requireAny(Role.STEWARD, Role.ANALYST, Role.AUDITOR);
        return Mono.fromCallable(releasing::all)
                .subscribeOn(Schedulers.boundedElastic())
                .map(Page::whole);
    }

    @GetMapping("/models/{proposal}")
    @Operation(summary = "A proposed model: what it would change for persons, and how it treats groups of them")
    Mono<Proposal> one(@PathVariable("proposal") long proposal, Caller caller) {
        caller.requireAny(Role.STEWARD, Role.ANALYST, Role.AUDITOR);
        return Mono.fromCallable(() -> releasing.find(proposal)).subscribeOn(Schedulers.boundedElastic());
    }

    @PostMapping("/models/{proposal}/release")
    @Operation(
            summary = "Put a proposed model in force",
            description = "Refused when it is unfair to a group, and when nothing that is labelled says whether it is,"
                    + " but for a steward who takes that on by `unjudged`. Everything is linked anew; decisions stay.")
    Mono<Proposal> release(@PathVariable("proposal") long proposal, @RequestBody Release release, Caller caller) {
        caller.requireAny(Role.STEWARD);
        String reason = release.reason();
        if (reason == null || reason.isBlank()) {
            throw Problem.badInput("reason", "reason-required", "Say why the model is released; it is kept.");
        }
        return Mono.fromCallable(() -> releasing.release(
                        proposal, caller.name(), reason.strip(), Boolean.TRUE.equals(release.unjudged())))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @PostMapping("/labels")
    @Operation(summary = "Tell who certain subjects truly are, from a sample that people checked")
    Mono<Labelled> label(@RequestBody LabelsAsked asked, Caller caller) {
        caller.requireAny(Role.STEWARD);
        return Mono.fromCallable(() -> new Labelled(releasing.label(asked))).subscribeOn(Schedulers.boundedElastic());
    }
}
