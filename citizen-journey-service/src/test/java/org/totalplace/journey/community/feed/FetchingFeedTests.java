package org.totalplace.journey.community.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.community.listing.DirectoryFile;
import tools.jackson.databind.json.JsonMapper;

class FetchingFeedTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private InstantSource clock = InstantSource.fixed(Instant.EPOCH);

    @Test
    void all_pages_are_read_and_each_service_in_full() {
        page(1, "{\"contents\": [{\"id\": \"a\", \"name\": \"A\"}], \"total_pages\": 2}");
        page(2, "{\"contents\": [{\"id\": \"b b\", \"name\": \"B\"}], \"total_pages\": 2, \"last_page\": true}");
        answers.put("/services/a", "{\"id\": \"a\", \"name\": \"A\", \"schedules\": []}");
        answers.put("/services/b%20b", "{\"id\": \"b b\", \"name\": \"B\", \"schedules\": []}");

        DirectoryFile.Read read = (DirectoryFile.Read) feed();

        assertThat(read.services())
                .hasSize(2)
                .allSatisfy(service -> assertThat(service.has("schedules")).isTrue());
        assertThat(read.part()).isFalse();
        assertThat(asked).hasSize(4);
    }

    @Test
    void what_comes_in_full_is_not_asked_again_and_what_comes_twice_counts_once() {
        page(1, "{\"contents\": [{\"id\": \"a\", \"name\": \"A\", \"schedules\": []}], \"total_pages\": 2}");
        page(2, "{\"contents\": [{\"id\": \"a\", \"name\": \"A\", \"schedules\": []}], \"total_pages\": 2}");

        assertThat(((DirectoryFile.Read) feed()).services()).hasSize(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_service_that_cannot_be_fetched_comes_without_a_name_so_that_what_is_held_stays() {
        page(1, "{\"contents\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}]}");
        answers.put("/services/b", "{\"id\": \"another\", \"name\": \"B\"}");

        DirectoryFile.Read read = (DirectoryFile.Read) feed();

        assertThat(read.services())
                .allSatisfy(service -> assertThat(service.has("name")).isFalse());
        assertThat(read.findings()).extracting(finding -> finding.service()).containsExactly("a", "b");
    }

    @Test
    void a_page_that_cannot_be_read_takes_the_whole_feed_with_it() {
        page(1, "{\"contents\": [{\"id\": \"a\", \"schedules\": []}], \"total_pages\": 2}");

        assertThat(((DirectoryFile.Unreadable) feed()).why()).startsWith("Page 2 could not be fetched");
        page(2, "[]");
        assertThat(((DirectoryFile.Unreadable) feed()).why()).contains("no 'contents'");
    }

    @Test
    void a_feed_that_takes_too_long_is_given_up() {
        page(1, "{\"contents\": [{\"id\": \"a\", \"schedules\": []}], \"total_pages\": 9}");
        clock = () -> Instant.EPOCH.plus(Duration.ofMinutes(asked.isEmpty() ? 0 : 13));
        assertThat(((DirectoryFile.Unreadable) feed()).why()).contains("longer than 12 minutes");
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_feed_that_never_ends_is_given_up() {
        FetchingFeed endless = new FetchingFeed(
                address -> new FeedAnswer.Told(
                        JSON.readTree("{\"contents\": [{\"id\": \"a\", \"schedules\": []}], \"total_pages\": 999999}")),
                "https://feed.example",
                InstantSource.fixed(Instant.EPOCH));

        assertThat(((DirectoryFile.Unreadable) endless.fetch()).why()).contains("never ends");
    }

    private DirectoryFile feed() {
        return new FetchingFeed(this::answer, "https://feed.example/", clock).fetch();
    }

    private FeedAnswer answer(URI address) {
        String path = address.toString().replace("https://feed.example", "");
        asked.add(path);
        String answer = answers.get(path);
        return answer == null ? new FeedAnswer.Failed("404") : new FeedAnswer.Told(JSON.readTree(answer));
    }

    private void page(int number, String json) {
        answers.put("/services?page=" + number + "&per_page=100", json);
    }
}
