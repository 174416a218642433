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
import java.util.concurrent.atomic.AtomicInteger;
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
        page(2, "{\"contents\":[{\"id\":\"a\",\"schedules\":[]},{\"id\":\"b\",\"schedules\":[]}],\"total_pages\":2}");

        assertThat(((DirectoryFile.Read) feed()).services()).hasSize(2);
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_service_that_cannot_be_fetched_comes_without_a_name_so_that_what_is_held_stays() {
        page(1, "{\"contents\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"B\"}],\"last_page\":true}");
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
        assertThat(endless(1)).contains("never ends");
    }

    @Test
    void a_feed_that_tells_more_than_can_be_held_is_given_up() {
        assertThat(endless(8 * 1024 * 1024)).contains("Page 9 could not be fetched", "more than 64 MB");
    }

    private static String endless(int bytesAPage) {
        AtomicInteger pages = new AtomicInteger();
        FetchingFeed endless = new FetchingFeed(
                address -> new FeedAnswer.Told(
                        JSON.readTree("{\"contents\": [{\"id\": \"a" + pages.incrementAndGet()
                                + "\", \"schedules\": []}], \"total_pages\": 999999}"),
                        bytesAPage),
                "https://feed.example",
                InstantSource.fixed(Instant.EPOCH));
        return ((DirectoryFile.Unreadable) endless.fetch()).why();
    }

    @Test
    void pages_go_on_until_the_feed_says_that_it_ends() {
        page(1, "{\"contents\": [{\"id\": \"a\", \"schedules\": []}], \"last_page\": false}");
        page(2, "{\"contents\": [{\"id\": \"b\", \"schedules\": []}], \"last_page\": true}");
        assertThat(((DirectoryFile.Read) feed()).services()).hasSize(2);

        page(1, "{\"contents\": [{\"id\": \"a\", \"schedules\": []}]}");
        page(2, "{\"contents\": [{\"id\": \"b\", \"schedules\": []}]}");
        page(3, "{\"contents\": []}");
        assertThat(((DirectoryFile.Read) feed()).services()).hasSize(2);
    }

    @Test
    void an_empty_page_before_the_last_and_a_page_that_comes_again_are_no_whole_feed() {
        page(1, "{\"contents\": [{\"id\": \"a\", \"schedules\": []}], \"total_pages\": 3}");
        page(2, "{\"contents\": [], \"total_pages\": 3}");
        assertThat(((DirectoryFile.Unreadable) feed()).why()).startsWith("Page 2 is empty");

        page(2, "{\"contents\": [{\"id\": \"a\", \"schedules\": []}], \"total_pages\": 3}");
        assertThat(((DirectoryFile.Unreadable) feed()).why()).startsWith("Page 2 tells nothing");
    }

    @Test
    void a_feed_that_tells_fewer_services_than_it_says_is_a_part() {
        page(1, "{\"contents\": [{\"id\": \"a\", \"schedules\": []}], \"last_page\": true, \"total_items\": 2}");

        DirectoryFile.Read read = (DirectoryFile.Read) feed();

        assertThat(read.part()).isTrue();
        assertThat(read.findings().getFirst().message()).contains("has 2 services and told 1");
    }

    private DirectoryFile feed() {
        return new FetchingFeed(this::answer, "https://feed.example/", clock).fetch();
    }

    private FeedAnswer answer(URI address) {
        String path = address.toString().replace("https://feed.example", "");
        asked.add(path);
        String answer = answers.get(path);
        return answer == null
                ? new FeedAnswer.Failed("404")
                : new FeedAnswer.Told(JSON.readTree(answer), answer.length());
    }

    private void page(int number, String json) {
        answers.put("/services?page=" + number + "&per_page=100", json);
    }
}
