package org.totalplace.spend.function;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules of functions at the door. */
@RestController
@RequestMapping("/api/v1/spend/functions")
@Tag(name = "Functions")
class FunctionEndpoints {

    /**
     * The rules in force.
     *
     * @param version kept with every function that they gave
     * @param results in the order in which they are tried
     */
    @Schema(name = "FunctionRules")
    record Rules(String version, List<FunctionRules.Shown> results) {}

    @GetMapping("/rules")
    @Operation(
            summary = "By which words and kinds of body a service line is given its COFOG function",
            description =
                    "Tried in order: words of the service line, words of its categories and purposes, then the name"
                            + " of the body. A body of one function by its kind serves it by all that it does.")
    Mono<Rules> rules(Caller caller) {
        readers(caller);
        return Mono.just(new Rules(FunctionRules.VERSION, FunctionRules.shown()));
    }

    @GetMapping(value = "/rules", produces = "text/csv")
    ResponseEntity<Flux<DataBuffer>> rulesAsCsv(Caller caller) {
        readers(caller);
        return ResponseEntity.ok()
                .contentType(Csv.TYPE)
                .body(Csv.stream(
                        List.of("order", "by", "matches", "function", "functionName"),
                        Flux.fromIterable(FunctionRules.shown()),
                        rule -> List.of(
                                rule.order(), rule.by(), rule.matches(), rule.function(), rule.functionName())));
    }

    private static void readers(Caller caller) {
        caller.requireAny(Role.ANALYST, Role.BOARD, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR, Role.AGENCY);
    }
}
