package org.totalplace.gateway.fallback;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many streams of events each caller has open; somebody needs a few windows, and nobody all lines there are. */
@Component
public class Streams {

    private final AtOnce atOnce;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    Streams(AtOnce atOnce) {
        this.atOnce = atOnce;
    }

    /** @return {@link Problem} 429 {@code too-many-streams} when the caller has as many as may be open */
    public <T> Flux<T> counted(String caller, Flux<T> stream) {
        return Flux.usingWhen(Mono.fromRunnable(() -> begin(caller)).thenReturn(caller), taken -> stream, this::ended);
    }

    /** The same for a stream that is passed on as a whole. */
    public Mono<Void> counted(String caller, Mono<Void> stream) {
        return Mono.usingWhen(Mono.fromRunnable(() -> begin(caller)).thenReturn(caller), taken -> stream, this::ended);
    }

    private void begin(String caller) {
        int now = open.merge(caller, 1, Integer::sum);
        if (now > atOnce.streamsOfACaller()) {
            end(caller);
            throw Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-streams",
                    "You watch %d persons at once already. Close one of those pages first."
                            .formatted(atOnce.streamsOfACaller()));
        }
    }

    private Mono<Void> ended(String caller) {
        return Mono.fromRunnable(() -> end(caller));
    }

    private void end(String caller) {
        open.computeIfPresent(caller, (name, many) -> many > 1 ? many - 1 : null);
    }
}
