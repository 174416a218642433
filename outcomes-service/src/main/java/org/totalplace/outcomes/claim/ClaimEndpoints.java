package org.totalplace.outcomes.claim;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.outcomes.claim.AuditSample.Judged;
import org.totalplace.outcomes.claim.Claims.Sight;
import org.totalplace.outcomes.measure.Measure;
import org.totalplace.outcomes.measure.Measures;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pseudonyms;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Claims at the door: agencies make and withdraw theirs, auditors draw a sample. No answer says who the person is, and
 * none tells an agency what another observed: it is told how its claim stands by its own observations, while auditors
 * and stewards, whose look is recorded, see how it stands by all.
 */
@RestController
@RequestMapping("/api/v1/outcomes")
@Tag(name = "Claims")
class ClaimEndpoints {

    private static final int MOST_SAMPLED = 500;

    private final Claims claims;
    private final Measures measures;
    private final Pseudonyms pseudonyms;

    ClaimEndpoints(Claims claims, Measures measures, Pseudonyms pseudonyms) {
        this.claims = claims;
        this.measures = measures;
        this.pseudonyms = pseudonyms;
    }

    /** What showed the need, and when. */
    record Need(@Nullable LocalDate on, @Nullable String evidence) {}

    /**
     * A claim as an agency makes it.
     *
     * @param reference the agency's own of the person; never answered
     * @param threshold in the measure's unit
     * @param sustainedDays no less than the measure's own period, which counts if absent
     */
    record Made(
            @Nullable String reference,
            @Nullable String measure,
            @Nullable Need need,
            @Nullable BigDecimal threshold,
            @Nullable Integer sustainedDays,
            @Nullable String evidenceSource) {}

    /** Why a claim is withdrawn. */
    record Withdrawal(@Nullable String reason) {}

    /** What a claim said until it was changed. */
    @Schema(name = "EarlierClaim")
    record Earlier(
            Instant until,
            String measure,
            Need need,
            @Nullable BigDecimal threshold,
            int sustainedDays,
            String evidenceSource,
            boolean otherReference) {

        static Earlier of(EarlierClaim claim) {
            return new Earlier(
                    claim.saidUntil(),
                    claim.measure(),
                    new Need(claim.needOn(), claim.needEvidence()),
                    Measure.unit(claim.threshold()),
                    claim.sustainedDays(),
                    claim.evidenceSource(),
                    claim.otherReference());
        }
    }

    /**
     * A claim as it is told.
     *
     * @param observations how many the verdict rests on: an agency's own, or for auditors and stewards those of all
     * @param earlier what it said before, the oldest first
     */
    @Schema(name = "JudgedClaim")
    record Told(
            String agency,
            String claim,
            String measure,
            Need need,
            @Nullable BigDecimal threshold,
            int sustainedDays,
            String evidenceSource,
            int observations,
            String verdict,
            String reason,
            List<Earlier> earlier) {

        static Told of(Judged judged) {
            Claim claim = judged.claim();
            return new Told(
                    claim.agency(),
                    claim.id(),
                    claim.measure(),
                    new Need(claim.needOn(), claim.needEvidence()),
                    Measure.unit(claim.threshold()),
                    claim.sustainedDays(),
                    claim.evidenceSource(),
                    judged.evidence().size(),
                    judged.verdict().code(),
                    judged.verdict().reason(),
                    judged.earlier().stream().map(Earlier::of).toList());
        }
    }

    /** A claim that an auditor should look at, and why. */
    @Schema(name = "SampledClaim")
    record Sampled(Told claim, List<String> reasons) {}

    @PutMapping("/claims/{agency}/{claim}")
    @Operation(
            summary = "Make or correct a claim",
            description = "The verdict follows from the observations; an agency is told how its own stand. What a claim"
                    + " said before it was changed stays with it.")
    Mono<Told> make(
            @PathVariable("agency") String agency,
            @PathVariable("claim") String id,
            @RequestBody Made body,
            Caller caller) {
        AgencyCode owner = agency(agency);
        caller.requireAgency(owner);
        return blocking(() -> {
            Claim claim = claim(owner, id, body);
            return switch (claims.save(claim, pseudonyms.subject(owner, needed("reference", body.reference())))) {
                case KEPT -> one(owner, id);
                case ERASED ->
                    throw Problem.conflict(
                            "reference-erased", "The person of this reference was erased; nothing is kept of it.");
                case WITHDRAWN ->
                    throw Problem.conflict(
                            "claim-withdrawn", "The claim was withdrawn and stays so; make another under a new id.");
            };
        });
    }

    @PostMapping("/claims/{agency}/{claim}/withdraw")
    @Operation(summary = "Withdraw a claim, with the reason")
    Mono<Told> withdraw(
            @PathVariable("agency") String agency,
            @PathVariable("claim") String id,
            @RequestBody Withdrawal body,
            Caller caller) {
        AgencyCode owner = agency(agency);
        caller.requireAgency(owner);
        String reason = needed("reason", body.reason());
        return blocking(() -> {
            if (!claims.withdraw(owner.value(), id, reason)) {
                throw unknown(id);
            }
            return one(owner, id);
        });
    }

    @GetMapping("/claims/{agency}")
    @Operation(summary = "An agency's claims with their verdicts")
    Mono<Page<Told>> all(@PathVariable("agency") String agency, Caller caller) {
        AgencyCode owner = agency(agency);
        boolean beyond = caller.isAny(Role.AUDITOR, Role.STEWARD);
        if (!beyond) {
            caller.requireAgency(owner);
        }
        return blocking(() -> Page.whole(claims.judged(owner.value(), beyond ? Sight.WHOLE : Sight.OWN).stream()
                .map(Told::of)
                .toList()));
    }

    @GetMapping("/audit/claims")
    @Operation(
            summary = "An auditor's sample of claims, with reasons",
            description = "The same seed and claims give the same sample.")
    Mono<Page<Sampled>> sample(
            @RequestParam(name = "size", defaultValue = "20") int size,
            @RequestParam(name = "seed", defaultValue = "1") long seed,
            Caller caller) {
        caller.requireAny(Role.AUDITOR);
        if (size < 1 || size > MOST_SAMPLED) {
            throw Problem.badInput("size", "invalid-size", "A sample has 1 to " + MOST_SAMPLED + " claims.");
        }
        return blocking(() -> Page.whole(AuditSample.of(claims.judged(null, Sight.WHOLE), size, seed).stream()
                .map(sampled -> new Sampled(Told.of(sampled.judged()), sampled.reasons()))
                .toList()));
    }

    private Told one(AgencyCode agency, String id) throws Exception {
        return claims.judged(agency.value(), id).map(Told::of).orElseThrow(() -> unknown(id));
    }

    private Claim claim(AgencyCode agency, String id, Made body) throws Exception {
        Need need = body.need();
        LocalDate needOn = need == null ? null : need.on();
        if (need == null || needOn == null) {
            throw Problem.badInput("need.on", "required-value", "A claim says on which day the need was evidenced.");
        }
        String code = needed("measure", body.measure());
        Measure measure = Measure.on(needOn, measures.byCode().getOrDefault(code, List.of()))
                .orElseThrow(() -> Problem.badInput(
                        "measure", "foreign-key", "There is no measure '" + code + "' in the registry."));
        Claim claim = new Claim(
                agency.value(),
                id,
                code,
                measure.series(),
                measure.polarity(),
                needOn,
                needed("need.evidence", need.evidence()),
                threshold(measure, body.threshold()),
                sustained(measure, body.sustainedDays()),
                needed("evidenceSource", body.evidenceSource()),
                null);
        requireThatSomeValueMisses(claim, measure);
        return claim;
    }

    private static int sustained(Measure measure, @Nullable Integer given) {
        int least = measure.rule().sustainedDays();
        int sustained = Objects.requireNonNullElse(given, least);
        if (sustained < least) {
            throw Problem.badInput(
                    "sustainedDays",
                    "constraint-error",
                    "An improvement of '" + measure.code() + "' is sustained for " + least + " days or more.");
        }
        return sustained;
    }

    /** A threshold that even the worst value reaches would call the need itself an improvement. */
    private static void requireThatSomeValueMisses(Claim claim, Measure measure) {
        Long worst = measure.allowed().worst(measure.polarity());
        if (worst != null && claim.isReachedBy(worst)) {
            throw Problem.badInput(
                    "threshold",
                    "constraint-error",
                    "Every value of '" + measure.code() + "' reaches this threshold, so no need could be seen.");
        }
    }

    private static long threshold(Measure measure, @Nullable BigDecimal given) {
        try {
            long threshold = given == null ? Long.MIN_VALUE : Measure.thousandths(given);
            if (given != null && measure.allowed().takes(threshold)) {
                return threshold;
            }
        } catch (ArithmeticException tooFine) {
            // Told below, as any other value that the measure does not take.
        }
        throw Problem.badInput(
                "threshold",
                "constraint-error",
                "A threshold of '" + measure.code() + "' is "
                        + measure.allowed().words() + ".");
    }

    private static AgencyCode agency(String text) {
        try {
            return new AgencyCode(text);
        } catch (IllegalArgumentException notACode) {
            throw Problem.badInput("agency", "invalid-value", String.valueOf(notACode.getMessage()) + ".");
        }
    }

    private static String needed(String path, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.badInput(path, "required-value", "A claim needs '" + path + "'.");
        }
        return text.strip();
    }

    private static Problem unknown(String id) {
        return Problem.notFound("no-such-claim", "The agency has no claim '" + id + "'.");
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
