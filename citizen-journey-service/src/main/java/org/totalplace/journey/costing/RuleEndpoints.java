package org.totalplace.journey.costing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What stewards set of costs: reference unit costs, and how contacts of several are shared. */
@RestController
@RequestMapping("/api/v1/journeys")
@Tag(name = "Journeys")
class RuleEndpoints {

    private final SettingReferenceCosts references;
    private final SettingSplitRules rules;

    RuleEndpoints(SettingReferenceCosts references, SettingSplitRules rules) {
        this.references = references;
        this.rules = rules;
    }

    /** @param set how many were asked for */
    record WasSet(int set) {}

    /**
     * A reference cost as the API shows it.
     *
     * @param cost pounds for a unit, in prices of {@code priceBase}; absent where the version takes it back
     */
    record Shown(
            String agency,
            String service,
            @Nullable String type,
            String value,
            @Nullable BigDecimal cost,
            @Nullable String unit,
            String source,
            String year,
            String priceBase,
            int grade,
            String bearer,
            int version,
            boolean inForce,
            String author,
            Instant setAt) {

        static Shown of(SettingReferenceCosts.Version version) {
            ReferenceCost cost = version.cost();
            return new Shown(
                    cost.agency(),
                    cost.service(),
                    cost.type(),
                    cost.value().code(),
                    cost.cost() == null ? null : cost.cost().pounds(),
                    cost.unit(),
                    cost.source(),
                    cost.year().label(),
                    cost.priceBase().label(),
                    cost.grade(),
                    cost.bearer(),
                    version.version(),
                    version.inForce(),
                    version.author(),
                    version.setAt());
        }
    }

    @GetMapping("/reference-costs")
    @Operation(
            summary = "Unit costs from elsewhere, for lines that the ledger does not have",
            description = "Those in force; `history=true` gives every version.")
    Mono<Page<Shown>> referenceCosts(
            @RequestParam(value = "history", defaultValue = "false") boolean history, Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.STEWARD, Role.AUDITOR);
        return Mono.fromCallable(references::all)
                .subscribeOn(Schedulers.boundedElastic())
                .map(all -> Page.whole(all.stream()
                        .filter(version ->
                                history || (version.inForce() && version.cost().cost() != null))
                        .map(Shown::of)
                        .toList()));
    }

    @PutMapping("/reference-costs")
    @Operation(
            summary = "Set reference unit costs",
            description = "`[{agency, service, type?, value?, cost, unit?, source, year, priceBase?, grade, bearer?}]`;"
                    + " without `cost` one is taken back. What is the same as before makes no new version.")
    Mono<WasSet> setReferenceCosts(@RequestBody List<ReferenceCostRequest> asked, Caller caller) {
        caller.requireAny(Role.STEWARD);
        List<ReferenceCost> costs = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            switch (asked.get(i).read()) {
                case ReferenceCostRequest.Usable usable -> costs.add(usable.cost());
                case ReferenceCostRequest.Unusable wrong ->
                    throw Problem.badInput("[" + i + "]." + wrong.field(), "invalid-reference-cost", wrong.message());
            }
        }
        return Mono.fromCallable(() -> new WasSet(references.set(costs, caller.name())))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/split-rules")
    @Operation(
            summary = "How contacts with several participants are shared",
            description = "Those in force; `history=true` gives every version. Without a rule: `equal`.")
    Mono<Page<SettingSplitRules.Version>> splitRules(
            @RequestParam(value = "history", defaultValue = "false") boolean history, Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.STEWARD, Role.AUDITOR);
        return Mono.fromCallable(rules::all)
                .subscribeOn(Schedulers.boundedElastic())
                .map(all -> Page.whole(all.stream()
                        .filter(version -> history || (version.inForce() && version.rule() != null))
                        .toList()));
    }

    @PutMapping("/split-rules")
    @Operation(
            summary = "Set how contacts with several participants are shared",
            description = "`[{agency, service, type?, rule: equal|main|household}]`; without `rule` one is taken back.")
    Mono<WasSet> setSplitRules(@RequestBody List<SplitRuleRequest> asked, Caller caller) {
        caller.requireAny(Role.STEWARD);
        for (int i = 0; i < asked.size(); i++) {
            int place = i;
            asked.get(i).objection().ifPresent(wrong -> {
                throw Problem.badInput("[" + place + "]", "invalid-split-rule", wrong);
            });
        }
        return Mono.fromCallable(() -> new WasSet(rules.set(asked, caller.name())))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
