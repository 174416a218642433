package org.totalplace.spend.pull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.totalplace.intake.delivery.Feed;
import org.totalplace.intake.delivery.Feeds;
import org.totalplace.starter.rounds.Rounds;

/**
 * Begins what is to be pulled: what somebody asked for and what a schedule says. Each pull has a thread of its own, and
 * a claim in the database keeps other replicas from it.
 */
final class PullRounds implements Rounds.Round, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PullRounds.class);
    private static final Duration REST = Duration.ofMillis(500);
    /** Longer than a fetch may take. */
    private static final Duration CLAIM = Fetching.WHOLE.plusMinutes(1);

    private final Feeds feeds;
    private final PullBooks books;
    private final PullSchedules schedules;
    private final Pulling pulling;
    private final InstantSource clock;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    PullRounds(Feeds feeds, PullBooks books, PullSchedules schedules, Pulling pulling, InstantSource clock) {
        this.feeds = feeds;
        this.books = books;
        this.schedules = schedules;
        this.pulling = pulling;
        this.clock = clock;
    }

    @Override
    public Duration run() throws Exception {
        for (String code : schedules.take()) {
            Feed feed = Objects.requireNonNull(feeds.get(code).block());
            String url = feed.pullUrl();
            if (url != null) {
                books.ask(feed, url, "schedule");
            }
        }
        for (Pull pull : books.claim(CLAIM)) {
            running.add(Thread.ofVirtual().name("pull-" + pull.feed()).start(() -> begin(pull)));
        }
        running.removeIf(thread -> !thread.isAlive());
        return REST;
    }

    private void begin(Pull pull) {
        try {
            pulling.pull(pull);
        } catch (Exception failure) {
            LOG.warn("The pull {} of {} was broken off: {}", pull.id(), pull.feed(), failure.toString());
            putBack(pull);
        }
    }

    /** Should that fail too, the claim runs out and the pull is free again. */
    private void putBack(Pull pull) {
        try {
            boolean stopping = Thread.interrupted();
            books.again(pull, clock.instant().plus(Guards.LEFT_ALONE), null, !stopping);
        } catch (Exception unreachable) {
            LOG.warn("The pull {} could not be put back: {}", pull.id(), unreachable.toString());
        }
    }

    /** What is being fetched is put back for the next start. */
    @Override
    public void destroy() throws InterruptedException {
        for (Thread thread : running) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }
}
