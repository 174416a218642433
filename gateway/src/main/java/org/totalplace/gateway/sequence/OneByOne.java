package org.totalplace.gateway.sequence;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Work of one name after the other, in the order in which it came; who waits holds nothing but a place here. */
@Component
class OneByOne {

    private final ConcurrentMap<String, Sinks.Empty<Void>> last = new ConcurrentHashMap<>();

    <T> Mono<T> after(String name, Mono<T> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> mine = Sinks.empty();
            Sinks.Empty<Void> before = last.put(name, mine);
            // Another thread takes over, so that a long row of those who gave up does not end within each other.
            Mono<Void> turn = before == null ? Mono.empty() : before.asMono().publishOn(Schedulers.parallel());
            return turn.then(work)
                    .doFinally(end -> turn.doFinally(free -> {
                                last.remove(name, mine);
                                mine.tryEmitEmpty();
                            })
                            .subscribe());
        });
    }

    /** How many names have work under way. */
    int names() {
        return last.size();
    }
}
