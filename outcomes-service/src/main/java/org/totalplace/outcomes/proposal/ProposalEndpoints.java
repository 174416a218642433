package org.totalplace.outcomes.proposal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Proposals to invest and save: analysts write them, boards read who pays and who gains. */
@RestController
@RequestMapping("/api/v1/outcomes/proposals")
@Tag(name = "Proposals")
class ProposalEndpoints {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Role[] READERS = {Role.ANALYST, Role.BOARD, Role.STEWARD, Role.AUDITOR};

    private final Proposals proposals;
    private final InstantSource clock;

    ProposalEndpoints(Proposals proposals, InstantSource clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    /** A proposal in the list. */
    @Schema(name = "ProposalListed")
    record Listed(String code, int version, String title, String group) {}

    /** What was found out, in pounds. */
    @Schema(name = "ProposalOutturnToSet")
    record Found(
            @Nullable BigDecimal paid,
            @Nullable BigDecimal saved,
            @Nullable String source) {}

    @GetMapping
    @Operation(summary = "Proposals to invest and save, the latest version of each")
    Mono<Page<Listed>> all(Caller caller) {
        caller.requireAny(READERS);
        return blocking(proposals::all)
                .map(all -> Page.whole(all.stream()
                        .map(one -> new Listed(
                                one.code(),
                                one.version(),
                                one.proposal().title(),
                                one.proposal().group()))
                        .toList()));
    }

    @GetMapping("/{code}")
    @Operation(
            summary = "Who pays and who gains by a proposal, year by year, with what makes each figure",
            description = "Undiscounted, in the prices that it is written in. Economic and social value stand apart and"
                    + " are never added; what is better for people and places stands beside. `version` asks for an"
                    + " earlier one; outturn is beside it. `Accept: text/csv` gives payers and gainers.")
    Mono<ResponseEntity<Object>> one(
            @PathVariable("code") String code,
            @RequestParam(name = "version", required = false) @Nullable Integer version,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(READERS);
        int atMost = version == null ? Integer.MAX_VALUE : version;
        return blocking(() -> proposals.find(code, atMost).orElseThrow(ProposalEndpoints::unknown))
                .map(found -> ProposalAnswer.of(found.version(), found.outturns(), clock.instant()))
                .map(answer -> Csv.answer(request, () -> csv(answer), answer));
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Write a proposal down",
            description = "Each change is a version; the same again changes nothing. Shares are from 0 to 1, those of a"
                    + " fiscal benefit make up 1. The correction for optimism is yours, by the grade of the evidence.")
    Mono<Map<String, Integer>> set(@PathVariable("code") String code, @RequestBody ProposalAsked body, Caller caller) {
        caller.requireAny(Role.ANALYST, Role.STEWARD);
        if (!CODE.matcher(code).matches()) {
            throw Problem.badInput("code", "invalid-value", "code is 1 to 60 lower-case letters, digits and hyphens.");
        }
        Proposal proposal = body.checked();
        return blocking(() -> proposals
                        .set(code, proposal, caller.name())
                        .orElseThrow(
                                () -> Problem.conflict("changed", "Somebody else changed it just now: read it again.")))
                .map(version -> Map.of("version", version));
    }

    @PutMapping("/{code}/outturn/{agency}/{year}")
    @Operation(summary = "Say what an agency truly paid and saved in a year, and how that is known")
    Mono<Map<String, Boolean>> outturn(
            @PathVariable("code") String code,
            @PathVariable("agency") String agency,
            @PathVariable("year") String year,
            @RequestBody Found body,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.STEWARD);
        Outturn outturn = outturn(agency, year, body);
        return blocking(() -> proposals.found(code, outturn, caller.name())).map(kept -> {
            if (!kept) {
                throw unknown();
            }
            return Map.of("kept", true);
        });
    }

    private static Outturn outturn(String agency, String year, Found body) {
        try {
            return new Outturn(
                    new AgencyCode(agency).value(),
                    FinancialYear.parse(year),
                    ProposalAsked.pounds("paid", body.paid()),
                    ProposalAsked.pounds("saved", body.saved()),
                    ProposalAsked.words("source", body.source()));
        } catch (IllegalArgumentException wrong) {
            throw Problem.badInput("year", "invalid-value", Objects.toString(wrong.getMessage()));
        }
    }

    private static String csv(ProposalAnswer answer) {
        StringBuilder csv = new StringBuilder(Csv.line(ProposalAnswer.COLUMNS));
        for (List<@Nullable Object> row : answer.rows()) {
            csv.append(Csv.line(row));
        }
        return csv.toString();
    }

    private static Problem unknown() {
        return Problem.notFound("no-such-proposal", "There is no proposal of this code and version.");
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
