package org.totalplace.journey.community.feed;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.totalplace.journey.community.directory.ImportingDirectory;
import org.totalplace.journey.community.directory.ImportingDirectory.Outcome;
import org.totalplace.journey.community.directory.ImportingDirectory.Sent;
import org.totalplace.journey.community.listing.DirectoryFile;
import org.totalplace.starter.rounds.Rounds;

/** Fetches directories and takes them in as whole files, when they are due or when a steward says so. */
final class PullingFeeds implements Rounds.Round {

    private static final Duration UNTIL_NEXT_LOOK = Duration.ofMinutes(1);
    private static final String BY_ITSELF = "schedule";

    private static final Outcome BEING_FETCHED = new Outcome.Refused(
            "being-fetched", "The directory is being fetched already. Look at its imports in some minutes.");

    private final FeedTimes times;
    private final Function<URI, FeedAnswer> asking;
    private final ImportingDirectory importing;
    private final Duration every;
    private final InstantSource clock;

    PullingFeeds(
            FeedTimes times,
            Function<URI, FeedAnswer> asking,
            ImportingDirectory importing,
            Duration every,
            InstantSource clock) {
        this.times = times;
        this.asking = asking;
        this.importing = importing;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public Duration run() throws Exception {
        Optional<FeedTimes.Claimed> due = times.due(every);
        if (due.isEmpty()) {
            return UNTIL_NEXT_LOOK;
        }
        pull(due.get(), false, BY_ITSELF);
        return Duration.ZERO;
    }

    /**
     * Empty if the directory has no address, or is none.
     *
     * @param confirmed whether it may take off more than usual
     */
    Optional<Outcome> pull(String source, boolean confirmed, String author) throws Exception {
        Optional<FeedTimes.Claimed> claimed = times.now(source);
        if (claimed.isPresent()) {
            return Optional.of(pull(claimed.get(), confirmed, author));
        }
        return times.isFetched(source) ? Optional.of(BEING_FETCHED) : Optional.empty();
    }

    private Outcome pull(FeedTimes.Claimed claimed, boolean confirmed, String author) throws Exception {
        Outcome outcome;
        try {
            outcome = fetched(claimed, confirmed, author);
        } catch (Exception broken) {
            times.ended(
                    claimed.source(),
                    "It could not be taken in (" + broken.getClass().getSimpleName()
                            + "), and nothing of it was; tell who runs the platform.");
            throw broken;
        }
        times.ended(claimed.source(), outcome instanceof Outcome.Refused refused ? refused.why() : null);
        return outcome;
    }

    private Outcome fetched(FeedTimes.Claimed claimed, boolean confirmed, String author) throws Exception {
        return switch (new FetchingFeed(asking, claimed.url(), clock).fetch()) {
            case DirectoryFile.Unreadable(String why) -> new Outcome.Refused("feed-not-read", why);
            case DirectoryFile.Read read ->
                importing.take(new Sent(claimed.source(), claimed.url(), !read.part(), confirmed, author), read);
        };
    }
}
