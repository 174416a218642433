package org.totalplace.journey.costing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.journey.journey.YearAsked;
import org.totalplace.starter.moment.AsOf;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Unit costs, the reconciliation with the ledger, and the declared activity of service lines. */
@RestController
@RequestMapping("/api/v1/journeys")
@Tag(name = "Journeys")
class CostingEndpoints {

    private final CostedLines lines;
    private final SettingReferenceCosts references;
    private final DeclaringActivity activity;
    private final InstantSource clock;

    CostingEndpoints(
            CostedLines lines, SettingReferenceCosts references, DeclaringActivity activity, InstantSource clock) {
        this.lines = lines;
        this.references = references;
        this.activity = activity;
        this.clock = clock;
    }

    /** @param services how many were declared */
    record Declared(String year, int services) {}

    @GetMapping("/unit-costs")
    @Operation(
            summary = "What one unit of each service line cost",
            description = "From the ledger (`local`), else from elsewhere (`reference`), in prices of the year."
                    + " Units in contacts are rounded, or `c`, and the cost is over them as they are told."
                    + " `Accept: text/csv` gives the same figures.")
    Mono<ResponseEntity<Object>> unitCosts(
            @RequestParam("year") String year,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.STEWARD, Role.AUDITOR);
        FinancialYear asked = YearAsked.read(year);
        return lines.of(asked, moment(asOf))
                .flatMap(costed -> Mono.fromCallable(() -> references.inflatedTo(asked, costed.at()))
                        .subscribeOn(Schedulers.boundedElastic())
                        .map(inflated -> UnitCosts.of(asked, costed.at(), costed.lines(), inflated)))
                .map(costs -> Csv.answer(request, costs::csv, costs));
    }

    @GetMapping("/reconciliation")
    @Operation(
            summary = "Ledger = persons + residual, for every agency and service line",
            description =
                    "To the penny, as the last costing run left it, or as of `asOf`; `c` where few persons bear what"
                            + " is attributed, and where more has to be hidden so that no sum tells it."
                            + " `Accept: text/csv` gives the same figures.")
    Mono<ResponseEntity<Object>> reconciliation(
            @RequestParam("year") String year,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            ServerHttpRequest request,
            Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.STEWARD, Role.AUDITOR);
        FinancialYear asked = YearAsked.read(year);
        return lines.of(asked, moment(asOf))
                .map(costed -> Reconciliation.of(asked, costed.at(), costed.lines()))
                .map(reconciliation -> Csv.answer(request, reconciliation::csv, reconciliation));
    }

    @PutMapping("/services")
    @Operation(
            summary = "Declare names, units and activity of service lines for a year",
            description = "`[{agency, service, name?, unit?, activity?}]`; lines that are not named stay as they are.")
    Mono<Declared> declare(
            @RequestParam("year") String year, @RequestBody List<ServiceRequest> services, Caller caller) {
        caller.requireAny(Role.STEWARD);
        FinancialYear asked = YearAsked.read(year);
        for (int i = 0; i < services.size(); i++) {
            if (!services.get(i).isUsable()) {
                throw Problem.badInput(
                        "[" + i + "]",
                        "invalid-service",
                        "A service line needs agency and service, and an activity of 0 or more"
                                + " with at most three decimals.");
            }
        }
        return Mono.fromCallable(() -> activity.declare(asked, services, caller.name()))
                .subscribeOn(Schedulers.boundedElastic())
                .map(declared -> new Declared(asked.label(), declared));
    }

    private @Nullable Instant moment(@Nullable String asOf) {
        return asOf == null || asOf.isBlank() ? null : AsOf.read(asOf, clock.instant());
    }
}
