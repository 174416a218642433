package org.totalplace.gateway.usage;

import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.observability.TraceIds;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** What an auditor needs: every look, what the gateway vouched for, and whether the record is as it was written. */
@RestController
@RequestMapping("/api/v1/usage")
class AuditEndpoints {

    /**
     * Whether the record can be believed.
     *
     * @param entries how many are as they were written, from the first on
     * @param hash of the last of them
     * @param key which signs now
     * @param publicKey with which heads are checked: X.509, Base64
     */
    record Verification(
            boolean intact,
            long entries,
            String hash,
            String key,
            String publicKey,
            @Nullable Broken firstBroken) {}

    /** The heads signed last. */
    record Heads(String key, String publicKey, List<SignedHead> results) {}

    private static final String LIST = "/api/v1/usage";

    private final UsageLog log;
    private final ChainLog chain;
    private final Verifying verifying;
    private final SigningKey key;
    private final InstantSource clock;

    AuditEndpoints(UsageLog log, ChainLog chain, Verifying verifying, SigningKey key, InstantSource clock) {
        this.log = log;
        this.chain = chain;
        this.verifying = verifying;
        this.key = key;
        this.clock = clock;
    }

    @Operation(summary = "Who looked at whom, newest first; auditors only")
    @GetMapping
    Mono<ResponseEntity<Page<Look>>> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Purpose purpose,
            ServerWebExchange exchange) {
        caller.requireAny(Role.AUDITOR);
        UsageRecord look = UsageRecord.of(clock.instant(), caller, purpose, LIST, null, TraceIds.of(exchange));
        return log.all(Looks.before(cursor), Looks.checked(limit) + 1)
                .collectList()
                .flatMap(found -> log.write(look).thenReturn(Looks.page(found, limit, Look::ofSomebody)))
                .map(page ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page));
    }

    @Operation(summary = "Whether the usage record is as it was written, and the first entry that is not")
    @GetMapping("/verification")
    Mono<ResponseEntity<Verification>> verification(Caller caller) {
        caller.requireAny(Role.AUDITOR);
        return verifying
                .all()
                .map(verdict -> new Verification(
                        verdict.broken() == null,
                        verdict.entries(),
                        verdict.hash(),
                        key.id(),
                        key.published(),
                        verdict.broken()))
                .map(told ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(told));
    }

    @Operation(summary = "What the gateway signed last: keep some elsewhere, and nobody can rewrite what came before")
    @GetMapping("/heads")
    Mono<ResponseEntity<Heads>> heads(@RequestParam(defaultValue = "50") int limit, Caller caller) {
        caller.requireAny(Role.AUDITOR);
        return chain.newestHeads(Looks.checked(limit))
                .collectList()
                .map(found -> new Heads(key.id(), key.published(), found))
                .map(told ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(told));
    }
}
