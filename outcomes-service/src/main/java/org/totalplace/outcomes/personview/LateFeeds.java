package org.totalplace.outcomes.personview;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.totalplace.intake.health.FeedHealth;
import org.totalplace.intake.health.FeedHealths;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.outcomes.personview.PersonFacts.LateFeed;
import reactor.core.publisher.Mono;

/** Which feeds of outcomes are late, looked up every few seconds and not for every view. */
@Component
class LateFeeds {

    private static final Duration FRESH_FOR = Duration.ofSeconds(5);
    private static final int MOST_FEEDS = 1_000;
    private static final Set<String> LATE = Set.of("late", "never");

    private final Mono<List<LateFeed>> known;

    LateFeeds(FeedHealths healths) {
        this.known = healths.page(null, "", MOST_FEEDS)
                .map(page -> page.results().stream()
                        .filter(feed -> feed.kind().equals(Layouts.OUTCOMES.kind()) && LATE.contains(feed.state()))
                        .map(LateFeeds::late)
                        .toList())
                .cache(late -> FRESH_FOR, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    Mono<List<LateFeed>> now() {
        return known;
    }

    private static LateFeed late(FeedHealth feed) {
        return new LateFeed(feed.agency(), feed.feed(), feed.state(), feed.due());
    }
}
