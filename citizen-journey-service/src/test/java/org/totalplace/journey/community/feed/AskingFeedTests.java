package org.totalplace.journey.community.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.fetch.Names;
import org.totalplace.intake.fetch.PullAddress;
import tools.jackson.databind.json.JsonMapper;

class AskingFeedTests {

    private static final AtomicInteger FLICKERS = new AtomicInteger();
    private static HttpServer server = start();

    private final AskingFeed asking = new AskingFeed(
            new PullAddress(Set.of("localhost:" + server.getAddress().getPort()), Names.ofThisMachine()),
            new JsonMapper());

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
    }

    @BeforeAll
    static void aFeed() {
        answers("/good", 200, "{\"contents\": []}");
        answers("/page", 200, "<html>");
        answers("/moved", 302, "");
        answers("/huge", 200, "x".repeat(8 * 1024 * 1024 + 1));
        server.createContext("/flickers", exchange -> {
            exchange.sendResponseHeaders(FLICKERS.getAndIncrement() == 0 ? 503 : 200, 2);
            try (var body = exchange.getResponseBody()) {
                body.write("{}".getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    private static void answers(String path, int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", "/good");
            exchange.sendResponseHeaders(status, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            } catch (IOException hungUp) {
                exchange.close();
            }
        });
    }

    @AfterAll
    static void theFeedEnds() {
        server.stop(0);
    }

    @Test
    void json_is_told_and_a_failure_that_passes_is_asked_once_more() {
        assertThat(ask("localhost", "/good")).isInstanceOf(FeedAnswer.Told.class);
        assertThat(ask("localhost", "/flickers")).isInstanceOf(FeedAnswer.Told.class);
    }

    @Test
    void pages_redirects_and_endless_answers_are_told_as_failures() {
        assertThat(why("localhost", "/page")).contains("not JSON");
        assertThat(why("localhost", "/moved")).contains("answers 302");
        assertThat(why("localhost", "/huge")).contains("more than 8 MB");
        assertThat(why("localhost", "/none")).contains("answers 404");
    }

    @Test
    void networks_around_us_are_not_looked_into() {
        assertThat(why("127.0.0.1", "/good")).contains("private network");
    }

    @Test
    void a_name_that_moves_into_our_networks_between_check_and_connection_is_not_followed() {
        AtomicInteger lookedUp = new AtomicInteger();
        Names moving = host -> List.of(
                lookedUp.getAndIncrement() == 0
                        ? InetAddress.getByAddress(new byte[] {8, 8, 8, 8})
                        : InetAddress.getLoopbackAddress());
        FeedAnswer answer = new AskingFeed(new PullAddress(Set.of(), moving), new JsonMapper())
                .ask(URI.create("http://feed.invalid:" + server.getAddress().getPort() + "/good"));

        assertThat(((FeedAnswer.Failed) answer).why()).contains("private network");
        assertThat(lookedUp).hasValueGreaterThan(1);
    }

    private String why(String host, String path) {
        return ((FeedAnswer.Failed) ask(host, path)).why();
    }

    private FeedAnswer ask(String host, String path) {
        return asking.ask(
                URI.create("http://" + host + ":" + server.getAddress().getPort() + path));
    }
}
