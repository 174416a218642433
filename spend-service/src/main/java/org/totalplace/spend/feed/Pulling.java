package org.totalplace.spend.feed;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.functions.CheckedSupplier;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.totalplace.intake.delivery.DeliveryDesk;
import org.totalplace.intake.delivery.Feed;
import org.totalplace.intake.delivery.Upload;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Pulls a feed now. Each agency has a circuit breaker and a bulkhead of its own, so that a broken one delays nobody
 * else.
 */
class Pulling {

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(5)
            .minimumNumberOfCalls(3)
            .failureRateThreshold(60)
            .waitDurationInOpenState(Duration.ofMinutes(1))
            .recordExceptions(IOException.class)
            .build();

    private static final BulkheadConfig BULKHEAD = BulkheadConfig.custom()
            .maxConcurrentCalls(2)
            .maxWaitDuration(Duration.ZERO)
            .build();

    private final Fetching fetching;
    private final PulledBefore before;
    private final DeliveryDesk desk;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    Pulling(
            Fetching fetching,
            PulledBefore before,
            DeliveryDesk desk,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads) {
        this.fetching = fetching;
        this.before = before;
        this.desk = desk;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
    }

    /** @param isNew false when the agency said that nothing has changed */
    record Pulled(UUID delivery, boolean isNew) {}

    /** Fetches the feed's file and hands it in like a pushed one; a problem says why that cannot be done. */
    Mono<Pulled> pull(Feed feed) {
        String url = feed.pullUrl();
        if (url == null) {
            return Mono.error(Problem.conflict(
                    "no-pull-address", "The feed '" + feed.code() + "' names no address to pull from."));
        }
        return before.of(feed.code(), url)
                .map(memory -> new Asking(memory.known(), memory.delivery()))
                .defaultIfEmpty(new Asking(null, null))
                .flatMap(asking -> Mono.fromCallable(() -> guarded(feed, url, asking.known()))
                        .subscribeOn(threads)
                        .timeout(Fetching.WHOLE)
                        .onErrorMap(failure -> told(feed, failure))
                        .flatMap(fetched -> handedIn(feed, url, asking, fetched)));
    }

    private record Asking(
            Fetching.@Nullable Known known, @Nullable UUID delivery) {}

    private Fetched guarded(Feed feed, String url, Fetching.@Nullable Known known) throws Exception {
        String name = "pull-" + feed.agency();
        CircuitBreaker breaker = breakers.circuitBreaker(name, BREAKER);
        Bulkhead bulkhead = bulkheads.bulkhead(name, BULKHEAD);
        CheckedSupplier<Fetched> fetch = () -> fetching.fetch(address(url), known, desk.spool());
        try {
            return Bulkhead.decorateCheckedSupplier(bulkhead, CircuitBreaker.decorateCheckedSupplier(breaker, fetch))
                    .get();
        } catch (Exception failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw Problem.conflict(
                    "bad-pull-address", "'" + url + "' is no address. Register the feed's address anew.");
        }
    }

    private Mono<Pulled> handedIn(Feed feed, String url, Asking asking, Fetched fetched) {
        return switch (fetched) {
            case Fetched.NotModified unchanged ->
                Mono.justOrEmpty(asking.delivery()).map(delivery -> new Pulled(delivery, false));
            case Fetched.Refused(String why) ->
                Mono.error(Problem.of(
                        HttpStatus.BAD_GATEWAY,
                        "not-pulled",
                        "The feed '" + feed.code() + "' was not pulled: " + why + "."));
            case Fetched.File file ->
                desk.accept(feed, Upload.named(file.name()), file.spooled())
                        .flatMap(delivery -> before.remember(feed.code(), url, file, delivery)
                                .thenReturn(new Pulled(delivery, true)));
        };
    }

    private static Throwable told(Feed feed, Throwable failure) {
        return switch (failure) {
            case CallNotPermittedException open ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "agency-unavailable",
                        "The agency '" + feed.agency() + "' failed several times; it is tried again in a minute.");
            case BulkheadFullException full ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "already-pulling",
                        "Two pulls from the agency '" + feed.agency() + "' are running; wait for one to end.");
            case IOException unreachable -> unreachable(feed, unreachable);
            case TimeoutException slow -> unreachable(feed, slow);
            default -> failure;
        };
    }

    private static Problem unreachable(Feed feed, Exception failure) {
        return Problem.of(
                HttpStatus.BAD_GATEWAY,
                "not-pulled",
                "The feed '" + feed.code() + "' was not pulled: the agency's address does not answer as it should ("
                        + failure + "). Try again later.");
    }
}
