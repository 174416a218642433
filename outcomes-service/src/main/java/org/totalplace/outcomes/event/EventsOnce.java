package org.totalplace.outcomes.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import org.totalplace.intake.delivery.Feed;
import org.totalplace.outcomes.observation.TakenEvents;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes CloudEvents that come by HTTP, each once by its source and id: one that is sent again, in whichever company,
 * does not undo what was said after it.
 */
@Component
class EventsOnce {

    private final EventDesk desk;
    private final TakenEvents taken;
    private final JsonMapper json;

    EventsOnce(EventDesk desk, TakenEvents taken, JsonMapper json) {
        this.desk = desk;
        this.taken = taken;
        this.json = json;
    }

    /** The report of the delivery of those that are new, or of the one that took them where none is. */
    Mono<Map<String, Object>> deliver(String code, List<Map<String, Object>> records, Caller caller) {
        Map<String, Map<String, Object>> sent = new LinkedHashMap<>();
        records.forEach(record -> sent.putIfAbsent(String.valueOf(record.get("deliveredAs")), record));
        return desk.owned(code, caller)
                .flatMap(feed -> blocking(() -> taken.by(code, sent.keySet())).flatMap(before -> {
                    sent.keySet().removeAll(before.keySet());
                    return sent.isEmpty() ? desk.report(feed, newest(before)) : handedIn(feed, sent);
                }));
    }

    private Mono<Map<String, Object>> handedIn(Feed feed, Map<String, Map<String, Object>> sent) {
        UUID offered = UUID.randomUUID();
        byte[] lines = EventLines.of(new ArrayList<>(sent.values()), json);
        return blocking(() -> {
                    taken.offer(offered, feed.code(), List.copyOf(sent.keySet()));
                    return offered;
                })
                .flatMap(delivery -> desk.deliver(feed, delivery, lines))
                .flatMap(report -> blocking(() -> {
                    UUID id = UUID.fromString(String.valueOf(report.get("id")));
                    if (!id.equals(offered) && "published".equals(report.get("status"))) {
                        taken.takeWith(id, offered);
                    }
                    return report;
                }));
    }

    private static UUID newest(Map<String, Optional<UUID>> before) {
        return before.values().stream()
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Problem.conflict(
                        "events-taken-before", "These events came by the feed's own topic before, and were taken."));
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
