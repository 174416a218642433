package org.totalplace.outcomes.contest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.contest.Contests.Telling;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.CitizensOwn;
import org.totalplace.starter.security.OwnRecord;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.Pseudonyms;
import org.totalplace.value.SubjectKey;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes what a person says is not so, from themselves or from somebody who does it for them. */
@RestController
@RequestMapping("/api/v1/people/{id}/contests")
@Tag(name = "Contests")
class ContestEndpoints {

    private final Contests contests;
    private final Pseudonyms pseudonyms;

    ContestEndpoints(Contests contests, Pseudonyms pseudonyms) {
        this.contests = contests;
        this.pseudonyms = pseudonyms;
    }

    /** What is not so, and why, in the person's words. */
    @Schema(name = "NewContest")
    record Asked(Fact.@Nullable About about, @Nullable String words) {}

    /**
     * That the agency has it.
     *
     * @param due the day by which the agency answers
     * @param notes what the words seem to tell of somebody
     */
    @Schema(name = "ToldContest")
    record Told(UUID id, String state, LocalDate due, List<String> notes) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Contest one line: a contact, an outcome, a cost, or that an agency's record is this person's",
            description = "The agency that sent it gets it and answers by `due`; the combined view shows both.")
    Mono<Told> tell(
            @PathVariable("id") UUID person,
            @RequestBody Asked body,
            @SuppressWarnings("unused") Purpose stated,
            Caller caller,
            @AuthenticationPrincipal Jwt token) {
        caller.requireAny(Role.CITIZEN, Role.PRACTITIONER, Role.STEWARD);
        Fact fact = Fact.of(body.about());
        Words words = Words.read("words", body.words());
        return Mono.fromCallable(() -> contests.tell(person, own(caller, token), fact, words))
                .subscribeOn(Schedulers.boundedElastic())
                .map(telling -> switch (telling) {
                    case Telling.Told told -> new Told(told.id(), ContestState.OPEN.code(), told.due(), words.notes());
                    case Telling.NoSuchFact none ->
                        throw Problem.notFound(
                                "no-such-fact",
                                "Nothing like this is held about the person from '" + fact.agency()
                                        + "'. Name it as the combined view or the contacts show it.");
                    case Telling.Already already ->
                        throw Problem.conflict(
                                "already-contested",
                                "This is contested already and not yet answered; the combined view says by when.");
                });
    }

    @PostMapping("/{contest}/withdrawal")
    @Operation(summary = "Withdraw a contest that is not answered yet")
    Mono<Told> withdraw(
            @PathVariable("id") UUID person,
            @PathVariable("contest") String contest,
            @SuppressWarnings("unused") Purpose stated,
            Caller caller) {
        caller.requireAny(Role.CITIZEN, Role.PRACTITIONER, Role.STEWARD);
        UUID id = AgencyContests.id(contest);
        return Mono.fromCallable(() -> contests.withdraw(person, id))
                .subscribeOn(Schedulers.boundedElastic())
                .map(stepping -> AgencyContests.told(id, stepping, List.of()));
    }

    private @Nullable SubjectKey own(Caller caller, Jwt token) {
        return CitizensOwn.isCitizen(caller)
                ? OwnRecord.of(token)
                        .map(record -> pseudonyms.subject(record.agency(), record.reference()))
                        .orElse(null)
                : null;
    }
}
