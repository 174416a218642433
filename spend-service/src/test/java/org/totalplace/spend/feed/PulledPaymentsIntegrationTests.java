package org.totalplace.spend.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.totalplace.spend.PaymentsText.aPaymentsFile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.totalplace.spend.RunningSpendService;
import org.totalplace.spend.SpendDoor;

/** An agency's endpoint on the loopback, which the settings of these tests allow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PulledPaymentsIntegrationTests extends RunningSpendService {

    private static final String FILE = aPaymentsFile()
            .paying("Hose Ltd", "12.34", "01/05/2016", "Fire service")
            .text();

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer agency;

    @BeforeAll
    void open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", AGENCY_PORT), 0);
        server.createContext("/file.csv", this::file);
        server.createContext("/moved.csv", exchange -> moved(exchange, "/file.csv"));
        server.createContext(
                "/elsewhere.csv", exchange -> moved(exchange, "http://127.0.0.1:" + AGENCY_PORT + "/file.csv"));
        server.createContext("/broken.csv", exchange -> answer(exchange, 500, ""));
        server.start();
        agency = server;
    }

    @AfterAll
    void close() {
        if (agency != null) {
            agency.stop(0);
        }
    }

    @Test
    void a_file_is_pulled_and_counted_and_not_fetched_again_while_it_stays_the_same() {
        feed("pulled", "http://localhost:" + AGENCY_PORT + "/file.csv");

        SpendDoor.Answer first = pull("pulled");
        String status = door().ended("agency-pulled", first).path("status").asString();
        SpendDoor.Answer second = pull("pulled");

        assertThat(first.status()).isEqualTo(202);
        assertThat(status).isEqualTo("published");
        assertThat(door().amount("year=2016-17&agency=pulled")).isEqualByComparingTo("12.34");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("status").asString()).isEqualTo("not-modified");
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(requests).containsSubsequence("If-None-Match null", "If-None-Match \"v1\"");
    }

    @Test
    void a_redirect_within_the_host_is_followed() {
        feed("pulled-moved", "http://localhost:" + AGENCY_PORT + "/moved.csv");

        assertThat(pull("pulled-moved").status()).isEqualTo(202);
    }

    @Test
    void a_redirect_to_another_host_is_not() {
        feed("pulled-elsewhere", "http://localhost:" + AGENCY_PORT + "/elsewhere.csv");

        SpendDoor.Answer answer = pull("pulled-elsewhere");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.json().path("detail").asString()).contains("another host");
    }

    @Test
    void an_address_in_a_private_network_is_not_looked_at() {
        feed("pulled-private", "http://127.0.0.1:" + AGENCY_PORT + "/file.csv");

        SpendDoor.Answer answer = pull("pulled-private");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.json().path("detail").asString()).contains("private network");
    }

    @Test
    void an_agency_that_fails_again_and_again_is_left_alone_for_a_while() {
        feed("pulled-broken", "http://localhost:" + AGENCY_PORT + "/broken.csv");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(pull("pulled-broken").status()).isEqualTo(502);
        }

        SpendDoor.Answer answer = pull("pulled-broken");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("code").asString()).isEqualTo("agency-unavailable");
    }

    @Test
    void another_agency_pulls_nothing() {
        feed("pulled-mine", "http://localhost:" + AGENCY_PORT + "/file.csv");

        assertThat(door().post(
                                "agency-other",
                                "/api/v1/spend/feeds/pulled-mine-payments/pulls",
                                BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
    }

    private void feed(String code, String url) {
        door().register(code, "Council " + code);
        String body = "{\"agency\": \"%s\", \"kind\": \"payments\", \"pull\": {\"url\": \"%s\"}}".formatted(code, url);
        SpendDoor.expect(200, door().put("agency-" + code, "/api/v1/spend/feeds/" + code + "-payments", body));
    }

    private SpendDoor.Answer pull(String code) {
        return door().post(
                        "agency-" + code, "/api/v1/spend/feeds/" + code + "-payments/pulls", BodyPublishers.noBody());
    }

    private void file(HttpExchange exchange) throws IOException {
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        requests.add("If-None-Match " + known);
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        if ("\"v1\"".equals(known)) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        } else {
            answer(exchange, 200, FILE);
        }
    }

    private static void moved(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        answer(exchange, 302, "");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
