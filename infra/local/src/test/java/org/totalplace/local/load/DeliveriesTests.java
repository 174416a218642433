package org.totalplace.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Against a gateway that answers as it is told to. */
class DeliveriesTests {

    private static final String FEED = "/api/v1/spend/feeds/fire-payments";
    private static final String REPORT = FEED + "/deliveries/7";

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private final Deque<String> statuses = new ArrayDeque<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer gateway;
    private Deliveries deliveries;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        String address = "http://localhost:" + gateway.getAddress().getPort();
        deliveries = new Deliveries(new Door(address, address), new SampleFiles(folder), "agency-fire", FEED);
        Files.writeString(folder.resolve("fire.csv"), "Date,Amount\n");
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void are_declared_with_their_period_and_control_totals() {
        statuses.add("published");

        long rows = deliveries.push(files("""
                [{"file": "fire.csv", "mediaType": "text/csv", "period": "2024-04/2025-03", "rows": 3, "total": 12.50}]
                """));

        assertThat(rows).isEqualTo(3);
        assertThat(asked)
                .contains("POST " + FEED + "/deliveries?name=fire.csv&period=2024-04%2F2025-03&rows=3&total=12.50");
    }

    @Test
    void that_need_it_are_confirmed() {
        statuses.addAll(List.of("reading", "needs-confirmation", "confirmed", "published"));

        deliveries.pull();

        assertThat(asked).contains("POST " + REPORT + "/confirm");
    }

    @Test
    void that_are_refused_stop_the_load_with_their_report() {
        statuses.add("refused");

        assertThatThrownBy(deliveries::pull)
                .isInstanceOf(LoadFailure.class)
                .hasMessageContaining("is refused")
                .hasMessageContaining("\"accepted\":3");
    }

    @Test
    void are_handed_in_again_when_the_service_is_away_for_a_moment() {
        answers.addAll(List.of(503, 503));
        statuses.add("published");

        assertThat(deliveries.pull()).isEqualTo(3);
        assertThat(asked.stream().filter(each -> each.endsWith("/pulls"))).hasSize(3);
    }

    private static JsonNode files(String json) {
        return ExactJson.MAPPER.readTree(json);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(request);
        exchange.getRequestBody().readAllBytes();
        if (request.endsWith("/oauth2/token")) {
            send(exchange, 200, "{\"access_token\": \"t\"}");
        } else if (request.endsWith("/pulls") && !answers.isEmpty()) {
            send(exchange, answers.remove(), "away");
        } else if (request.startsWith("POST")) {
            exchange.getResponseHeaders().set("Location", REPORT);
            send(exchange, 202, "{}");
        } else {
            String status = statuses.size() > 1 ? statuses.remove() : statuses.element();
            send(exchange, 200, "{\"status\":\"" + status + "\",\"rows\":{\"accepted\":3}}");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
