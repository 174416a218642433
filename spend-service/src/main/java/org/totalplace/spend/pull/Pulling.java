package org.totalplace.spend.pull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.totalplace.intake.delivery.DeliveryDesk;
import org.totalplace.intake.delivery.Feed;
import org.totalplace.intake.delivery.Feeds;
import org.totalplace.intake.delivery.Upload;
import org.totalplace.spend.pull.Pull.Status;
import org.totalplace.spend.pull.PulledBefore.Memory;

/** Fetches the file of one pull and hands it in like a pushed one. Blocks, for minutes where an agency is slow. */
final class Pulling {

    /** After so many the pull has failed; the feed's schedule begins a new one in its time. */
    private static final int ATTEMPTS = 5;

    private final Feeds feeds;
    private final PullBooks books;
    private final PullSchedules schedules;
    private final PulledBefore before;
    private final Fetching fetching;
    private final Guards guards;
    private final DeliveryDesk desk;
    private final Waits waits;
    private final InstantSource clock;

    Pulling(
            Feeds feeds,
            PullBooks books,
            PullSchedules schedules,
            PulledBefore before,
            Fetching fetching,
            Guards guards,
            DeliveryDesk desk,
            Waits waits,
            InstantSource clock) {
        this.feeds = feeds;
        this.books = books;
        this.schedules = schedules;
        this.before = before;
        this.fetching = fetching;
        this.guards = guards;
        this.desk = desk;
        this.waits = waits;
        this.clock = clock;
    }

    /** @param pull claimed, so that nobody else fetches it */
    void pull(Pull pull) throws Exception {
        Feed feed = Objects.requireNonNull(feeds.get(pull.feed()).block());
        if (books.isHandedIn(pull)) {
            books.end(pull, Status.HANDED_IN, null, pull.id());
            return;
        }
        Optional<Memory> memory = before.of(pull.feed(), pull.url()).blockOptional();
        Guards.Asked asked = guards.ask(
                pull.agency(),
                () -> Objects.requireNonNull(
                        fetching.fetch(pull.url(), memory.map(Memory::known).orElse(null), pull.id())
                                .block()));
        switch (asked) {
            case Guards.Asked.NotNow notNow ->
                books.again(pull, clock.instant().plus(notNow.pause()), notNow.why(), false);
            case Guards.Asked.Answered(Fetched fetched) -> {
                if (isOver(pull, feed, memory, fetched)) {
                    schedules.plan(feed, waits);
                }
            }
        }
    }

    private boolean isOver(Pull pull, Feed feed, Optional<Memory> memory, Fetched fetched) throws Exception {
        switch (fetched) {
            case Fetched.NotModified unchanged ->
                books.end(
                        pull,
                        Status.NOT_MODIFIED,
                        null,
                        memory.map(Memory::delivery).orElse(null));
            case Fetched.Refused(String why) -> books.end(pull, Status.FAILED, why, null);
            case Fetched.File file -> books.end(pull, Status.HANDED_IN, null, handIn(pull, feed, file));
            case Fetched.Failed failed -> {
                return !isTriedAgain(pull, failed);
            }
        }
        return true;
    }

    private UUID handIn(Pull pull, Feed feed, Fetched.File file) {
        UUID delivery = Objects.requireNonNull(
                desk.accept(feed, Upload.named(file.name()), file.spooled()).block());
        before.remember(feed.code(), pull.url(), file, delivery).block();
        return delivery;
    }

    private boolean isTriedAgain(Pull pull, Fetched.Failed failed) throws Exception {
        if (pull.attempts() >= ATTEMPTS) {
            books.end(pull, Status.FAILED, failed.why() + ", " + ATTEMPTS + " times", null);
            return false;
        }
        Instant next = clock.instant().plus(waits.after(pull.attempts(), failed.pause()));
        books.again(pull, next, failed.why(), true);
        return true;
    }
}
