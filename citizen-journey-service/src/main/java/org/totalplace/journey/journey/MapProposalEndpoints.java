package org.totalplace.journey.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.disclosure.ToldGroups;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.starter.words.PublicWords;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pseudonyms;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Maps drawn together: those who live and work with a journey say what it should be, on contacts that were. */
@RestController
@RequestMapping("/api/v1/journeys/maps/{map}/proposals")
@Tag(name = "Journeys")
class MapProposalEndpoints {

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");
    private static final int LONGEST = 2_000;

    /** Keeps marks of who proposes apart from all that agencies call anybody. */
    private static final AgencyCode PROPOSERS = new AgencyCode("map-proposals");

    private final MapProposals proposals;
    private final ValidatingDrafts validating;
    private final ToldGroups told;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;

    MapProposalEndpoints(
            MapProposals proposals,
            ValidatingDrafts validating,
            ToldGroups told,
            Pseudonyms pseudonyms,
            InstantSource clock) {
        this.proposals = proposals;
        this.validating = validating;
        this.told = told;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** A proposal as it is read; the words are left out while a resident's wait for a steward. */
    @Schema(name = "MapProposal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            UUID id,
            String map,
            @Nullable String words,
            boolean passed,
            String name,
            List<Stage> stages,
            List<MappingRule> rules,
            int basedOn,
            String proposedBy,
            LocalDate proposedOn,
            String stage,
            @Nullable String reason,
            @Nullable LocalDate decidedOn) {

        static Shown of(MapProposal proposal, boolean withWords) {
            JourneyMap map = proposal.map();
            return new Shown(
                    proposal.id(),
                    map.map(),
                    proposal.wordsFor(withWords),
                    proposal.passed(),
                    map.name(),
                    map.stages(),
                    map.rules(),
                    proposal.basedOn(),
                    proposal.proposedBy(),
                    proposal.proposedOn(),
                    proposal.stage(),
                    proposal.reason(),
                    proposal.decidedOn());
        }
    }

    /** {@code take} or {@code decline}, with the reason that everybody reads; or {@code pass} the words. */
    @Schema(name = "MapProposalDecision")
    record Decided(
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable Boolean namesNobody) {}

    @GetMapping
    @Operation(summary = "What was proposed about a map, the newest first, and what became of it")
    Mono<Page<Shown>> all(@PathVariable("map") String map, Caller caller) {
        caller.requireAny(Role.values());
        boolean steward = caller.isAny(Role.STEWARD);
        return blocking(() -> Page.whole(proposals.of(map).stream()
                .map(proposal -> Shown.of(proposal, steward))
                .toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Propose a change of a map",
            description = "By practitioners and agencies: one `rule` more, or other `stages` and `rules`; with words"
                    + " that everybody reads. By residents who are signed in: one `rule` of kinds of contact that there"
                    + " are, with words that others read once a steward has passed them; at most three of one resident"
                    + " wait at once. Who proposed it is told nobody; a keyed mark is kept while it waits.")
    Mono<Shown> propose(@PathVariable("map") String map, @RequestBody ProposedChange body, Caller caller) {
        caller.requireAny(Role.CITIZEN, Role.PRACTITIONER, Role.AGENCY, Role.STEWARD);
        String words = body.checkedWords();
        body.bounded();
        String role = role(caller);
        boolean resident = role.equals("resident");
        ProposedChange.Rule only = resident ? body.onlyRule() : null;
        UUID proposer = resident ? pseudonyms.subject(PROPOSERS, caller.name()).value() : null;
        LocalDate today = LocalDate.ofInstant(clock.instant(), BRITAIN);
        return blocking(() -> {
            MapsInForce.Version version = proposals.inForce(map).orElseThrow(() -> UnknownMap.of(map));
            if (only != null && !isKind(only)) {
                throw Problem.badInput(
                        "rule", "no-such-contacts", "There are no contacts of this agency, service and type.");
            }
            MapProposal proposal = new MapProposal(
                    UUID.randomUUID(),
                    body.changed(version.map()),
                    words,
                    !resident,
                    version.version(),
                    role,
                    today,
                    "open",
                    null,
                    null);
            return switch (proposals.propose(proposal, proposer)) {
                case KEPT -> Shown.of(proposal, true);
                case TOO_MANY ->
                    throw Problem.conflict(
                            "too-many", MapProposals.MOST_OPEN + " proposals about this map wait already.");
                case TOO_MANY_OF_ONE ->
                    throw Problem.conflict(
                            "too-many-of-yours",
                            MapProposals.MOST_OF_ONE + " of your proposals about this map wait already.");
            };
        });
    }

    private boolean isKind(ProposedChange.Rule rule) throws Exception {
        return proposals.isKind(
                ProposedChange.text(rule.agency()),
                ProposedChange.text(rule.service()),
                ProposedChange.text(rule.type()));
    }

    @GetMapping("/{id}/comparison")
    @Operation(
            summary = "A proposed map beside the one in force, on the contacts of a year",
            description = "What would have been mapped where, at what cost, and how long persons waited at hand-overs."
                    + " With disclosure control; costs are as vague as the number of persons.")
    Mono<ResponseEntity<MapComparison>> compare(
            @PathVariable("map") String map,
            @PathVariable("id") String id,
            @RequestParam("year") String year,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.PRACTITIONER, Role.ANALYST, Role.BOARD, Role.STEWARD);
        FinancialYear asked = YearAsked.read(year);
        UUID proposed = id(id);
        return blocking(() -> {
            MapProposal proposal = proposals.find(map, proposed).orElseThrow(MapProposalEndpoints::unknown);
            ValidatingDrafts.Compared compared = validating.compared(proposal.map(), asked);
            Draft draft = new Draft(proposal.map(), proposal.basedOn(), proposal.proposedBy(), clock.instant());
            MapComparison answer = MapComparison.of(
                    proposal,
                    caller.isAny(Role.STEWARD),
                    ValidationAnswer.of(draft, asked, clock.instant(), compared.changes()),
                    compared);
            JourneyMap inForce =
                    proposals.inForce(map).orElseThrow(() -> UnknownMap.of(map)).map();
            return told.beside(
                    request,
                    ResponseEntity.ok(answer),
                    ToldOfProposal.of(proposal.map(), inForce, asked, compared.changes()));
        });
    }

    @PostMapping("/{id}/decision")
    @Operation(
            summary = "Take a proposal as the draft of the map, or decline it, with a reason; or pass its words",
            description = "Taken, it is edited and published as any draft; one that is based on another version than"
                    + " the one in force is not taken. `pass` lets everybody read the words.")
    Mono<Map<String, String>> decide(
            @PathVariable("map") String map, @PathVariable("id") String id, @RequestBody Decided body, Caller caller) {
        caller.requireAny(Role.STEWARD);
        String verdict = Objects.requireNonNullElse(body.verdict(), "");
        if (!List.of("take", "decline", "pass").contains(verdict)) {
            throw Problem.badInput("verdict", "invalid-value", "verdict is take, decline or pass.");
        }
        if (verdict.equals("pass")) {
            UUID read = id(id);
            return blocking(() -> proposals.pass(map, read)).map(passed -> {
                if (!passed) {
                    throw unknown();
                }
                return Map.of("words", "passed");
            });
        }
        String reason = PublicWords.forAll("reason", body.reason(), LONGEST, Boolean.TRUE.equals(body.namesNobody()));
        UUID proposed = id(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), BRITAIN);
        return blocking(() -> proposals.decide(map, proposed, verdict.equals("take"), reason, caller.name(), today))
                .map(deciding -> switch (deciding) {
                    case DONE -> Map.of("stage", verdict.equals("take") ? "taken" : "declined");
                    case NONE -> throw unknown();
                    case DECIDED_BEFORE -> throw Problem.conflict("decided-before", "Somebody has decided it already.");
                    case OUTDATED ->
                        throw Problem.conflict(
                                "outdated", "Another version of the map came into force since it was proposed.");
                    case DRAFT_THERE ->
                        throw Problem.conflict(
                                "draft-there", "A draft of the map is there: publish it or throw it away first.");
                });
    }

    private static String role(Caller caller) {
        if (caller.isAny(Role.STEWARD)) {
            return "steward";
        }
        if (caller.isAny(Role.PRACTITIONER)) {
            return "practitioner";
        }
        return caller.isAny(Role.AGENCY) ? "agency" : "resident";
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("no-such-proposal", "There is no such proposal about this map.");
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
