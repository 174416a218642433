package org.totalplace.intake.health;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.health.FeedHealth.LastPublished;
import org.totalplace.intake.health.FeedHealth.Scheduled;
import org.totalplace.intake.health.FeedsInBooks.Asked;
import org.totalplace.intake.health.FeedsInBooks.Covering;
import org.totalplace.intake.health.FeedsInBooks.Registered;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.schedule.Covered;
import org.totalplace.intake.schedule.Schedule;
import org.totalplace.intake.schedule.Standing;
import org.totalplace.starter.paging.Cursor;
import org.totalplace.starter.paging.Page;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** Puts together how feeds are. */
public final class FeedHealths {

    private static final int MOST_MISSING = 36;
    private static final int MOST_HISTORY = 24;

    private final FeedsInBooks books;
    private final List<PullHealth> pulls;
    private final InstantSource clock;

    FeedHealths(FeedsInBooks books, List<PullHealth> pulls, InstantSource clock) {
        this.books = books;
        this.pulls = List.copyOf(pulls);
        this.clock = clock;
    }

    Mono<FeedHealth> one(String feed) {
        return healths(new Asked(null, feed, "", 1))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("no-such-feed", "There is no feed '" + feed + "'.")));
    }

    /** @param agency null for the feeds of all */
    public Mono<Page<FeedHealth>> page(@Nullable String agency, String after, int limit) {
        return healths(new Asked(agency, null, after, limit + 1))
                .map(found -> Page.first(found, limit, last -> Cursor.of(last.feed())));
    }

    private Mono<List<FeedHealth>> healths(Asked asked) {
        return books.feeds(asked).flatMap(feeds -> {
            List<String> codes = feeds.stream().map(Registered::feed).toList();
            return Mono.zip(books.covering(codes), books.past(codes), pulled(codes))
                    .map(all -> feeds.stream()
                            .map(feed -> health(
                                    feed,
                                    of(feed, all.getT1()),
                                    all.getT2().stream()
                                            .filter(past -> past.feed().equals(feed.feed()))
                                            .toList(),
                                    all.getT3().get(feed.feed())))
                            .toList());
        });
    }

    private Mono<Map<String, FeedHealth.Pull>> pulled(List<String> codes) {
        return pulls.isEmpty() ? Mono.just(Map.of()) : pulls.getFirst().of(codes);
    }

    private static List<Covered.Published> of(Registered feed, List<Covering> covering) {
        return covering.stream()
                .filter(delivery -> delivery.feed().equals(feed.feed()))
                .map(Covering::published)
                .toList();
    }

    private FeedHealth health(
            Registered feed,
            List<Covered.Published> covering,
            List<PastDelivery> past,
            FeedHealth.@Nullable Pull pull) {
        Schedule schedule = feed.schedule();
        Covered covered = schedule == null ? new Covered(List.of()) : Covered.by(covering, schedule);
        Standing standing = Standing.of(schedule, covered, feed.since(), clock.instant());
        List<Period> missing = standing.missing();
        PastDelivery published =
                past.stream().filter(PastDelivery::isPublished).findFirst().orElse(null);
        return new FeedHealth(
                feed.feed(),
                feed.agency(),
                feed.kind(),
                standing.state().code(),
                schedule == null ? null : new Scheduled(schedule.text(), schedule.iso(), schedule.dueDays()),
                standing.due(),
                past.isEmpty() ? null : past.getFirst().receivedAt(),
                published == null ? null : lastPublished(published),
                missing.subList(Math.max(0, missing.size() - MOST_MISSING), missing.size()).stream()
                        .map(Period::toString)
                        .toList(),
                missing.size(),
                published == null ? null : published.quality(schedule, feed.since()),
                past.stream()
                        .map(PastDelivery::difference)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                past.stream()
                        .limit(MOST_HISTORY)
                        .map(delivery -> delivery.shown(schedule, feed.since()))
                        .toList(),
                pull);
    }

    private static LastPublished lastPublished(PastDelivery published) {
        Period period = published.period();
        return new LastPublished(published.id(), period == null ? null : period.toString(), published.receivedAt());
    }
}
