package org.totalplace.journey.community.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.totalplace.journey.RunningJourneyService;
import org.totalplace.journey.community.DirectoryDoor;
import org.totalplace.journey.community.directory.ImportingDirectory;
import org.totalplace.journey.community.directory.ImportingDirectory.Outcome;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.json.JsonMapper;

class PullingFeedsIntegrationTests extends RunningJourneyService {

    private static final Duration EVERY = Duration.ofDays(1);

    @Autowired
    private BulkDatabase database;

    @Autowired
    private ImportingDirectory importing;

    private final String source = "f" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Outcome> meanwhile = new ArrayList<>();
    private Instant now = Instant.now();

    /** The service itself fetches what is due; this one has been fetched, so it is left to the tests. */
    @BeforeEach
    void aDirectoryWithAnAddress() throws Exception {
        new DirectoryDoor(port).register(source);
        database.inTransaction(connection -> Statements.run(
                connection,
                "update directory_source set url = 'https://directory.example', fetched_at = now() where source = ?",
                source));
    }

    @Test
    void while_a_directory_is_fetched_nobody_else_fetches_it() throws Exception {
        Function<URI, FeedAnswer> another = address -> {
            try {
                meanwhile.addAll(
                        pulling(told(3)).pull(source, false, "another").stream().toList());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return told(1).apply(address);
        };

        Outcome first = pulling(another).pull(source, false, "first").orElseThrow();

        assertThat(first).isInstanceOf(Outcome.Imported.class);
        assertThat(meanwhile)
                .isNotEmpty()
                .allSatisfy(outcome ->
                        assertThat(((Outcome.Refused) outcome).code()).isEqualTo("being-fetched"));
        assertThat(pulling(told(1)).pull(source, false, "next").orElseThrow()).isInstanceOf(Outcome.Imported.class);
    }

    @Test
    void who_died_while_fetching_keeps_a_directory_for_minutes_only() throws Exception {
        InstantSource clock = () -> now;
        FeedTimes times = new FeedTimes(database, clock);

        assertThat(times.now(source)).isPresent();
        assertThat(times.now(source)).isEmpty();
        assertThat(times.isFetched(source)).isTrue();

        now = now.plus(Duration.ofMinutes(21));

        assertThat(times.isFetched(source)).isFalse();
        assertThat(times.now(source)).isPresent();
        times.ended(source, null);
    }

    @Test
    void a_feed_that_shrank_is_taken_when_somebody_says_that_it_is_right() throws Exception {
        pulling(told(4)).pull(source, false, "steward");

        Outcome doubted = pulling(told(1)).pull(source, false, "steward").orElseThrow();
        Outcome confirmed = pulling(told(1)).pull(source, true, "steward").orElseThrow();

        assertThat(((Outcome.Refused) doubted).code()).isEqualTo("too-many-gone");
        assertThat(((Outcome.Imported) confirmed).report().changes().gone()).isEqualTo(3);
    }

    private PullingFeeds pulling(Function<URI, FeedAnswer> asking) {
        return new PullingFeeds(new FeedTimes(database, () -> now), asking, importing, EVERY, () -> now);
    }

    /** A feed of one page with so many services. */
    private Function<URI, FeedAnswer> told(int services) {
        StringBuilder page = new StringBuilder("{\"contents\": [");
        for (int i = 0; i < services; i++) {
            page.append(i == 0 ? "" : ",").append("""
                    {"id": "%1$s-%2$d", "name": "Service %2$d", "status": "active", "schedules": [],
                     "organization": {"id": "%1$s", "name": "Friends"}, "phones": [{"number": "01632 960000"}]}
                    """.formatted(source, i));
        }
        String json = page.append("], \"last_page\": true}").toString();
        return address -> new FeedAnswer.Told(new JsonMapper().readTree(json), json.length());
    }
}
