package org.totalplace.gateway.usage;

import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.observability.TraceIds;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands the whole usage record to an auditor, who can check it with {@link CheckUsage} and needs nobody's word. */
@RestController
class UsageExport {

    private static final String PATH = "/api/v1/usage/export";
    private static final int PAGE = 2_000;

    private final UsageLog log;
    private final ChainLog chain;
    private final InstantSource clock;

    UsageExport(UsageLog log, ChainLog chain, InstantSource clock) {
        this.log = log;
        this.chain = chain;
        this.clock = clock;
    }

    @Operation(
            summary = "The whole usage record with its hashes and signed heads, for check-usage; auditors only",
            description = "An object a line: where the chain ends, then the heads, then the entries in order.")
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<ResponseEntity<Flux<Exported>>> all(Caller caller, Purpose purpose, ServerWebExchange exchange) {
        caller.requireAny(Role.AUDITOR);
        UsageRecord look = UsageRecord.of(clock.instant(), caller, purpose, PATH, null, TraceIds.of(exchange));
        return log.write(look)
                .then(chain.tip())
                .map(tip -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(Flux.concat(
                                Flux.just(Exported.of(tip)),
                                chain.heads(Long.MIN_VALUE, tip.seq()).map(Exported::of),
                                entries(tip.seq()).map(Exported::of))));
    }

    private Flux<Chained> entries(long last) {
        return page(Long.MIN_VALUE, last)
                .expand(page ->
                        page.size() < PAGE ? Mono.empty() : page(page.getLast().seq(), last))
                .concatMap(Flux::fromIterable);
    }

    private Mono<List<Chained>> page(long after, long last) {
        return chain.entries(after, last, PAGE).collectList();
    }
}
