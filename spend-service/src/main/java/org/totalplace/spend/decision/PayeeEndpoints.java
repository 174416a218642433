package org.totalplace.spend.decision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.payee.PayeeCodes;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.place.RegisteredAgencies;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Payees at the door. */
@RestController
@RequestMapping("/api/v1/spend/payees")
@Tag(name = "Payees")
class PayeeEndpoints {

    private static final int LATEST_REVISION = Integer.MAX_VALUE;
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /** Of so many names with most money at stake the likeness is looked at. */
    private static final int LOOKED_AT = 5_000;

    private final PayeesQuery payees;
    private final RegisteredAgencies agencies;
    private final Deciding deciding;
    private final BulkDatabase database;

    PayeeEndpoints(PayeesQuery payees, RegisteredAgencies agencies, Deciding deciding, BulkDatabase database) {
        this.payees = payees;
        this.agencies = agencies;
        this.deciding = deciding;
        this.database = database;
    }

    @GetMapping
    @Operation(
            summary = "Printed names of payees, what they mean and why, most money first",
            description = "Redacted payees are never among them. Accept: text/csv gives the same rows.")
    Mono<Page<PayeeShown>> payees(
            @Parameter(description = "Words of the name") @RequestParam(name = "q", required = false) @Nullable
                    String q,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            Caller caller) {
        Slice.requireWholePlace(caller);
        return payees.asked(Objects.requireNonNullElse(q, ""), checked(limit))
                .collectList()
                .map(Page::whole);
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<Flux<DataBuffer>> payeesAsCsv(
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            Caller caller) {
        Slice.requireWholePlace(caller);
        return ResponseEntity.ok()
                .contentType(Csv.TYPE)
                .body(Csv.stream(
                        PayeeShown.CSV_HEADER,
                        payees.asked(Objects.requireNonNullElse(q, ""), checked(limit)),
                        PayeeShown::cells));
    }

    @GetMapping("/suggestions")
    @Operation(
            summary = "Unresolved names that might mean an agency or another public body, most money first",
            description = "For stewards: each with up to three candidates, their scores and the words that differ.")
    Mono<Page<Suggestion>> suggestions(
            @RequestParam(name = "limit", required = false) @Nullable Integer limit, Caller caller) {
        caller.requireAny(Role.STEWARD, Role.AUDITOR);
        int most = checked(limit);
        return agencies.at(LATEST_REVISION)
                .collectList()
                .flatMap(registered -> payees.unresolved(tellingWords(registered), LOOKED_AT)
                        .collectList()
                        .map(names -> Page.whole(suggested(registered, names, most))));
    }

    @GetMapping("/codes")
    @Operation(
            summary = "Codes of agencies' books that stand for different bodies",
            description =
                    "For stewards: one code for two bodies, a code whose usual name is another, or an official code"
                            + " that belongs to another body than the name.")
    Mono<Page<PayeeCodes.Doubtful>> codes(Caller caller) {
        caller.requireAny(Role.STEWARD, Role.AUDITOR);
        return Mono.fromCallable(() -> database.inTransaction(PayeeCodes::doubtful))
                .subscribeOn(Schedulers.boundedElastic())
                .map(Page::whole);
    }

    @PostMapping("/decisions")
    @Operation(
            summary = "Decide what a name means",
            description =
                    "Stewards only. It holds for all spellings of the name until it is withdrawn, is kept with who"
                            + " and when, and the figures follow at once; asOf gives the earlier ones.")
    Mono<Page<PayeeShown>> decide(@RequestBody DecisionRequest request, Caller caller) {
        caller.requireAny(Role.STEWARD);
        DecisionRequest.Decision decision = request.checked();
        return deciding.decide(decision, caller.name())
                .then(payees.asked(decision.normalised(), MOST)
                        .filter(name -> name.normalised().equals(decision.normalised()))
                        .collectList())
                .map(Page::whole);
    }

    private static List<Suggestion> suggested(List<Agency> registered, List<PayeeShown> names, int limit) {
        Suggesting suggesting = new Suggesting(registered);
        Map<String, List<PayeeShown>> byName = names.stream()
                .collect(Collectors.groupingBy(PayeeShown::normalised, LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(name -> Suggestion.of(name.getValue(), suggesting.of(name.getKey())))
                .filter(suggestion -> !suggestion.candidates().isEmpty())
                .sorted((one, other) -> other.amount().compareTo(one.amount()))
                .limit(limit)
                .toList();
    }

    /** A pattern of the words by which the agencies are told apart; one that fits nothing if there are none. */
    private static String tellingWords(List<Agency> registered) {
        Set<String> words = registered.stream()
                .flatMap(agency -> Likeness.tellingWords(agency.name()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        // Normalised words are letters and digits only: nothing of them is a sign of the pattern.
        return words.isEmpty() ? "^$" : words.stream().collect(Collectors.joining("|", "\\m(", ")\\M"));
    }

    private static int checked(@Nullable Integer limit) {
        int rows = Objects.requireNonNullElse(limit, USUAL);
        if (rows < 1 || rows > MOST) {
            throw Problem.badInput("limit", "out-of-range", "limit is from 1 to " + MOST + ", not " + rows + ".");
        }
        return rows;
    }
}
