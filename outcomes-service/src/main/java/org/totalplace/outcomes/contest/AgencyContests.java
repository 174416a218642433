package org.totalplace.outcomes.contest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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
import org.totalplace.outcomes.contest.Contests.Stepping;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pseudonyms;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What is contested of an agency's facts, and its answers. No answer here says who the person is. */
@RestController
@RequestMapping("/api/v1/outcomes/contests/{agency}")
@Tag(name = "Contests")
class AgencyContests {

    private static final List<String> DECISIONS = List.of("corrected", "partly-corrected", "kept");

    private final Contests contests;
    private final ReceivedContests received;
    private final Pseudonyms pseudonyms;

    AgencyContests(Contests contests, ReceivedContests received, Pseudonyms pseudonyms) {
        this.contests = contests;
        this.received = received;
        this.pseudonyms = pseudonyms;
    }

    /** {@code corrected}, {@code partly-corrected} or {@code kept}, and why, in words that the person reads. */
    @Schema(name = "ContestAnswer")
    record Answer(@Nullable String decision, @Nullable String words) {}

    /** Why more time is needed. */
    @Schema(name = "ContestExtension")
    record Extension(@Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "What is contested of the agency's facts, the oldest first",
            description = "`state` narrows to open, extended, answered or withdrawn, `reference` to one person by the"
                    + " agency's own reference, `limit` and `cursor` page.")
    Mono<ResponseEntity<Page<ReceivedContests.Received>>> list(
            @PathVariable("agency") String agency,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "reference", required = false) @Nullable String reference,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            Caller caller) {
        AgencyCode owner = agency(agency);
        if (!caller.isAny(Role.AUDITOR)) {
            caller.requireAgency(owner);
        }
        UUID subject = reference == null || reference.isBlank()
                ? null
                : pseudonyms.subject(owner, reference).value();
        return received.of(new ReceivedContests.Asked(owner, state(state), subject, limit, cursor))
                .map(page ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page));
    }

    @PostMapping("/{contest}/answer")
    @Operation(
            summary = "Answer a contest; the person reads the decision and the words in the combined view",
            description = "A correction itself comes as a delivery of the agency's feed, as every other.")
    Mono<ContestEndpoints.Told> answer(
            @PathVariable("agency") String agency,
            @PathVariable("contest") String contest,
            @RequestBody Answer body,
            Caller caller) {
        AgencyCode owner = agency(agency);
        caller.requireAgency(owner);
        String decision = body.decision();
        if (decision == null || !DECISIONS.contains(decision)) {
            throw Problem.badInput(
                    "decision",
                    "invalid-value",
                    "decision is one of " + String.join(", ", DECISIONS) + ", not '" + decision + "'.");
        }
        Words words = Words.read("words", body.words());
        UUID id = id(contest);
        return stepped(id, () -> contests.answer(owner.value(), id, decision, words), words);
    }

    @PostMapping("/{contest}/extension")
    @Operation(summary = "Take two months more for an answer, once, and say why")
    Mono<ContestEndpoints.Told> extend(
            @PathVariable("agency") String agency,
            @PathVariable("contest") String contest,
            @RequestBody Extension body,
            Caller caller) {
        AgencyCode owner = agency(agency);
        caller.requireAgency(owner);
        Words why = Words.read("reason", body.reason());
        UUID id = id(contest);
        return stepped(id, () -> contests.extend(owner.value(), id, why), why);
    }

    private static Mono<ContestEndpoints.Told> stepped(UUID id, Callable<Stepping> step, Words words) {
        return Mono.fromCallable(step)
                .subscribeOn(Schedulers.boundedElastic())
                .map(stepping -> told(id, stepping, words.notes()));
    }

    static ContestEndpoints.Told told(UUID id, Stepping stepping, List<String> notes) {
        return switch (stepping) {
            case Stepping.Done done ->
                new ContestEndpoints.Told(id, done.state().code(), done.due(), notes);
            case Stepping.NoSuchContest none -> throw unknown();
            case Stepping.NotNow now ->
                throw Problem.conflict(
                        "not-now", "The contest is " + now.state().code() + "; this cannot be done with it any more.");
        };
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("no-such-contest", "There is no such contest here.");
    }

    private static AgencyCode agency(String text) {
        try {
            return new AgencyCode(text);
        } catch (IllegalArgumentException notACode) {
            throw Problem.badInput("agency", "invalid-value", notACode.getMessage() + ".");
        }
    }

    private static @Nullable ContestState state(@Nullable String code) {
        if (code == null) {
            return null;
        }
        for (ContestState state : ContestState.values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw Problem.badInput(
                "state", "invalid-value", "state is one of open, extended, answered, withdrawn, not '" + code + "'.");
    }
}
