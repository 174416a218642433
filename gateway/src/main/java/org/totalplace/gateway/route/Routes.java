package org.totalplace.gateway.route;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.Services;
import org.totalplace.gateway.fallback.Breakers;
import org.totalplace.gateway.fallback.Kind;
import org.totalplace.gateway.fallback.Streams;
import org.totalplace.gateway.sequence.AnswersInSequence;
import org.totalplace.gateway.usage.PersonReads;
import reactor.core.publisher.Mono;

/** Every path of the API that a service answers. */
@Configuration(proxyBeanMethods = false)
class Routes {

    static final String PERSON = "/api/v1/people/{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private static final int READS_WITHIN = 30_000;
    // A large file over a slow line takes minutes; the answer comes only when all of it has arrived.
    private static final int WRITES_WITHIN = 900_000;
    private static final int FOR_EVER = -1;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Services services;
    private final Breakers breakers;
    private final PersonReads personReads;
    private final AnswersInSequence sequence;
    private final Streams streams;

    Routes(Services services, Breakers breakers, PersonReads personReads, AnswersInSequence sequence, Streams streams) {
        this.services = services;
        this.breakers = breakers;
        this.personReads = personReads;
        this.sequence = sequence;
        this.streams = streams;
    }

    @Bean
    RouteLocator apiRoutes(RouteLocatorBuilder builder) {
        var routes = builder.routes();
        plain(routes, Backend.SPEND, "/api/v1/spend/**", "/api/v1/versions/**");
        // Before the others of journeys: the first route that fits is taken.
        ofMany(routes, "/api/v1/journeys/{map}/event-log");
        plain(routes, Backend.JOURNEY, "/api/v1/journeys/**");
        plain(routes, Backend.JOURNEY, "/api/v1/services/**", "/api/v1/taxonomy_terms", "/api/v1/directory/**");
        ofAnAgency(
                routes, Backend.JOURNEY, "/api/v1/circles/{agency}/{members:members|requests|introductions|hours}/**");
        plain(routes, Backend.JOURNEY, "/api/v1/circles/**");
        ofAnAgency(routes, Backend.OUTCOMES, "/api/v1/outcomes/claims/{agency}", "/api/v1/outcomes/audit/claims");
        ofAnAgency(routes, Backend.OUTCOMES, "/api/v1/outcomes/contests/{agency}");
        flags(routes);
        plain(routes, Backend.OUTCOMES, "/api/v1/outcomes/**", "/api/v1/voice/**");
        found(routes);
        personal(routes, Backend.JOURNEY, "/api/v1/people/doubtful");
        personal(routes, Backend.JOURNEY, PERSON + "/contacts", PERSON + "/links", PERSON + "/costs");
        personal(routes, Backend.JOURNEY, PERSON + "/circles", PERSON + "/ids");
        watched(routes);
        personal(routes, Backend.OUTCOMES, PERSON, PERSON + "/sources");
        writes(routes, Backend.JOURNEY, "/api/v1/people/decisions");
        plain(routes, Backend.JOURNEY, "/api/v1/people/erasures");
        told(routes, Backend.OUTCOMES, PERSON + "/goals", PERSON + "/goals/{goal}/**");
        told(routes, Backend.OUTCOMES, PERSON + "/contests", PERSON + "/contests/{contest}/**");
        told(routes, Backend.JOURNEY, PERSON + "/circles/{part}/**");
        return routes.build();
    }

    private void plain(RouteLocatorBuilder.Builder routes, Backend backend, String... paths) {
        routes.route(route -> route.path(paths)
                .and()
                .method(HttpMethod.GET, HttpMethod.HEAD)
                .filters(filters -> retried(broken(filters.filter(sequence::compared), backend)))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, READS_WITHIN)
                .uri(services.of(backend)));
        writes(routes, backend, paths);
    }

    private void writes(RouteLocatorBuilder.Builder routes, Backend backend, String... paths) {
        routes.route(route -> route.path(paths)
                .and()
                .method(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
                .filters(filters -> broken(filters, backend))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, WRITES_WITHIN)
                .uri(services.of(backend)));
    }

    /** Finding a person by an agency's reference: the answer, which is small, says whom the record is about. */
    private void found(RouteLocatorBuilder.Builder routes) {
        routes.route(route -> route.path("/api/v1/people", "/api/v1/people/me")
                .and()
                .method(HttpMethod.GET)
                .filters(filters -> retried(broken(
                        filters.filter(personReads::withPurpose)
                                // Its answer is read here, so it must come as it is.
                                .removeRequestHeader("Accept-Encoding")
                                .modifyResponseBody(byte[].class, byte[].class, personReads::ofTheFound),
                        Backend.JOURNEY)))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, READS_WITHIN)
                .uri(services.of(Backend.JOURNEY)));
    }

    /** Need flags: who reads them is recorded, and who says of one that it is about somebody, with that person. */
    private void flags(RouteLocatorBuilder.Builder routes) {
        routes.route(route -> route.path("/api/v1/voice/triage")
                .and()
                .method(HttpMethod.GET)
                .filters(filters -> retried(broken(filters.filter(personReads::recordedOfFlags), Backend.OUTCOMES)))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, READS_WITHIN)
                .uri(services.of(Backend.OUTCOMES)));
        routes.route(route -> route.path("/api/v1/voice/triage/{flag}")
                .and()
                .method(HttpMethod.POST)
                .filters(filters -> broken(
                        filters.filter(personReads::withPurposeOfFlags)
                                // Its answer is read here, so it must come as it is.
                                .removeRequestHeader("Accept-Encoding")
                                .modifyResponseBody(byte[].class, byte[].class, personReads::ofTheFlagged),
                        Backend.OUTCOMES))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, WRITES_WITHIN)
                .uri(services.of(Backend.OUTCOMES)));
    }

    private void personal(RouteLocatorBuilder.Builder routes, Backend backend, String... paths) {
        routes.route(route -> route.path(paths)
                .and()
                .method(HttpMethod.GET)
                .filters(filters -> retried(broken(filters.filter(personReads::recorded), backend)))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, READS_WITHIN)
                .uri(services.of(backend)));
    }

    /** A stream of events: the service ends it, and its caller may have so many. */
    private void watched(RouteLocatorBuilder.Builder routes) {
        routes.route(route -> route.path(PERSON + "/changes")
                .and()
                .method(HttpMethod.GET)
                .filters(filters -> retried(guarded(
                        filters.filter((exchange, chain) -> exchange.getPrincipal()
                                        .switchIfEmpty(Mono.error(
                                                () -> new AccessDeniedException("Nobody asks for this stream")))
                                        .flatMap(caller -> streams.counted(caller.getName(), chain.filter(exchange))))
                                .filter(personReads::recorded),
                        Backend.OUTCOMES,
                        exchange -> Kind.STREAM)))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, FOR_EVER)
                .uri(services.of(Backend.OUTCOMES)));
    }

    private void ofMany(RouteLocatorBuilder.Builder routes, String path) {
        routes.route(route -> route.path(path)
                .and()
                .method(HttpMethod.GET)
                .filters(filters -> retried(broken(filters.filter(personReads::recordedOfMany), Backend.JOURNEY)))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, READS_WITHIN)
                .uri(services.of(Backend.JOURNEY)));
    }

    private void ofAnAgency(RouteLocatorBuilder.Builder routes, Backend backend, String... paths) {
        routes.route(route -> route.path(paths)
                .and()
                .method(HttpMethod.GET)
                .filters(filters -> retried(broken(filters.filter(personReads::recordedOfAgencies), backend)))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, READS_WITHIN)
                .uri(services.of(backend)));
    }

    /** Whoever writes down what a person wants, contests or asks for has looked at that person. */
    private void told(RouteLocatorBuilder.Builder routes, Backend backend, String... paths) {
        routes.route(route -> route.path(paths)
                .and()
                .method(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
                .filters(filters -> broken(filters.filter(personReads::recorded), backend))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, WRITES_WITHIN)
                .uri(services.of(backend)));
    }

    private GatewayFilterSpec broken(GatewayFilterSpec filters, Backend backend) {
        return guarded(
                filters,
                backend,
                exchange -> READING.contains(exchange.getRequest().getMethod()) ? Kind.READ : Kind.WRITE);
    }

    // Filters run in the order in which they are added: the record outside, the breaker within, then the retries.
    private GatewayFilterSpec guarded(
            GatewayFilterSpec filters, Backend backend, Function<ServerWebExchange, Kind> kind) {
        // A page's cookie is the gateway's own business.
        return filters.removeRequestHeader("Cookie")
                .filter((exchange, chain) -> breakers.guard(backend, kind.apply(exchange), chain.filter(exchange)));
    }

    private static GatewayFilterSpec retried(GatewayFilterSpec filters) {
        return filters.retry(retry -> retry.setRetries(2)
                .setMethods(HttpMethod.GET)
                .setSeries()
                .setExceptions(IOException.class)
                .setBackoff(Duration.ofMillis(50), Duration.ofMillis(500), 2, false));
    }
}
