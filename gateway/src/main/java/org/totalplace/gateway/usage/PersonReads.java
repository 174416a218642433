package org.totalplace.gateway.usage;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.observability.TraceIds;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Answers about a person: for a stated purpose only, and recorded before they go out. */
@Component
public class PersonReads {

    private static final String TEMPLATE = "/api/v1/people/{id}";
    private static final String FLAG = "/api/v1/voice/triage/{flag}";
    private static final String PREFIX = "/api/v1/people/";
    private static final int UUID_LENGTH = 36;

    private final UsageLog log;
    private final InstantSource clock;
    private final JsonMapper json;

    PersonReads(UsageLog log, InstantSource clock, JsonMapper json) {
        this.log = log;
        this.clock = clock;
        this.json = json;
    }

    /** Asks the service, and records the read once its answer's status is known, before any of its body goes out. */
    public Mono<Void> recorded(ServerWebExchange exchange, GatewayFilterChain chain) {
        PersonId person = person(exchange).orElse(null);
        return look(exchange)
                .flatMap(look -> chain.filter(exchange).then(Mono.defer(() -> written(exchange, look, person))));
    }

    /** The same for pseudonymised records of many persons, which name no single one. */
    public Mono<Void> recordedOfMany(ServerWebExchange exchange, GatewayFilterChain chain) {
        return look(exchange, Purpose::statedForMany)
                .flatMap(look -> chain.filter(exchange).then(Mono.defer(() -> written(exchange, look, null))));
    }

    /**
     * Claims and contests name nobody, yet each is about one person: who looks beyond an agency's own is recorded, and
     * looks for an audit, whatever else is said. An agency that reads its own reads what it wrote, or what was told it.
     */
    public Mono<Void> recordedOfAgencies(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.<Authentication>getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .map(authenticated -> Caller.of(authenticated.getToken()))
                .filter(caller -> caller.isAny(Role.AUDITOR, Role.STEWARD))
                .map(caller -> Optional.of(new Look(caller, Purpose.AUDIT)))
                .defaultIfEmpty(Optional.empty())
                .flatMap(look -> chain.filter(exchange)
                        .then(Mono.defer(() -> look.map(beyond -> written(exchange, beyond, null))
                                .orElseGet(Mono::empty))));
    }

    /** The same for need flags, which are read to keep somebody safe; until linked they are about nobody known. */
    public Mono<Void> recordedOfFlags(ServerWebExchange exchange, GatewayFilterChain chain) {
        return look(exchange, Purpose::statedForFlags)
                .flatMap(look -> chain.filter(exchange).then(Mono.defer(() -> written(exchange, look, null))));
    }

    /** Only checks that flags may be dealt with; {@link #ofTheFlagged} records. */
    public Mono<Void> withPurposeOfFlags(ServerWebExchange exchange, GatewayFilterChain chain) {
        return look(exchange, Purpose::statedForFlags).flatMap(look -> chain.filter(exchange));
    }

    /**
     * Records that somebody had to do with the person whom a flag is about, if it is about anybody known. The person
     * can read it as any look of theirs: at home it may not be safe to read that somebody worried.
     */
    public Publisher<byte[]> ofTheFlagged(ServerWebExchange exchange, byte @Nullable [] body) {
        byte[] answer = body == null ? new byte[0] : body;
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        if (!succeeded(exchange)) {
            return Mono.just(answer);
        }
        PersonId person = json.readTree(answer).path("personId").isString() ? named(answer) : null;
        return look(exchange, Purpose::statedForFlags)
                .flatMap(look -> log.write(UsageRecord.of(
                        clock.instant(),
                        look.caller(),
                        look.purpose(),
                        person == null ? FLAG : TEMPLATE,
                        person,
                        TraceIds.of(exchange))))
                .thenReturn(answer);
    }

    /** Only checks the purpose; {@link #ofTheFound} records. */
    public Mono<Void> withPurpose(ServerWebExchange exchange, GatewayFilterChain chain) {
        return look(exchange).flatMap(look -> chain.filter(exchange));
    }

    /** Records that somebody was looked up, as the service's answer names them. */
    public Publisher<byte[]> ofTheFound(ServerWebExchange exchange, byte @Nullable [] body) {
        byte[] answer = body == null ? new byte[0] : body;
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        if (!succeeded(exchange)) {
            return Mono.just(answer);
        }
        return look(exchange)
                .flatMap(look -> written(exchange, look, named(answer)))
                .thenReturn(answer);
    }

    private record Look(Caller caller, Purpose purpose) {}

    private static Mono<Look> look(ServerWebExchange exchange) {
        return look(exchange, Purpose::stated);
    }

    /** Reads the header, which may be missing, for a caller. */
    @FunctionalInterface
    private interface Stating {
        Purpose of(@Nullable String header, Caller caller);
    }

    private static Mono<Look> look(ServerWebExchange exchange, Stating stating) {
        return exchange.<Authentication>getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .switchIfEmpty(Mono.error(() -> Problem.forbidden("token-required", "This answers only to a token.")))
                .map(authenticated -> {
                    Caller caller = Caller.of(authenticated.getToken());
                    Purpose purpose =
                            stating.of(exchange.getRequest().getHeaders().getFirst(Purpose.HEADER), caller);
                    return new Look(caller, purpose);
                });
    }

    private Mono<Void> written(ServerWebExchange exchange, Look look, @Nullable PersonId person) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setCacheControl(CacheControl.noStore());
        if (!succeeded(exchange)) {
            return Mono.empty();
        }
        return log.write(UsageRecord.of(
                clock.instant(), look.caller(), look.purpose(), what(exchange), person, TraceIds.of(exchange)));
    }

    private static boolean succeeded(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status != null && status.is2xxSuccessful();
    }

    private static Optional<PersonId> person(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        String rest = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        return rest.length() < UUID_LENGTH || rest.charAt(8) != '-'
                ? Optional.empty()
                : Optional.of(new PersonId(UUID.fromString(rest.substring(0, UUID_LENGTH))));
    }

    private static String what(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return person(exchange)
                .map(found -> TEMPLATE
                        + path.substring(PREFIX.length() + UUID_LENGTH).replaceAll("/[0-9a-fA-F-]{36}", "/{part}"))
                .orElse(path);
    }

    /** Whom the answer names. One that cannot be told would be a look that nobody can read of: it does not go out. */
    private PersonId named(byte[] answer) {
        try {
            return PersonId.parse(json.readTree(answer).path("personId").asString());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "usage-not-recorded",
                    "The answer does not say whom it is about, so that you looked could not be recorded.");
        }
    }
}
