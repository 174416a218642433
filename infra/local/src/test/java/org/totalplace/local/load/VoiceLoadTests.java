package org.totalplace.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against a gateway that answers as it is told to. */
class VoiceLoadTests {

    private static final JsonNode MANIFEST = ExactJson.MAPPER.readTree("""
            {"voices": [
              {"kind": "place", "about": "the park", "words": "Benches", "channel": "paper", "toldOn": "2024-05-01",
               "steps": [{"step": "publish"}, {"step": "decide"}]},
              {"kind": "place", "about": "the road", "words": "Mend it", "channel": "paper", "toldOn": "2024-06-01",
               "steps": [{"step": "publish"}]}],
             "surveys": [{"survey": "care", "rounds": [{"round": "2024-25", "beside": {"area": "England"}}]}]}
            """);

    private final List<String> asked = new ArrayList<>();
    private String waiting = "";
    private HttpServer gateway;
    private VoiceLoad load;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
        String address = "http://localhost:" + gateway.getAddress().getPort();
        load = new VoiceLoad(new Door(address, address), line -> {});
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void enters_what_was_said_and_each_step_in_turn() {
        load.run(MANIFEST);

        assertThat(asked)
                .containsSubsequence(
                        "PUT /api/v1/voice/surveys/care",
                        "PUT /api/v1/voice/surveys/care/rounds/2024-25",
                        "PUT /api/v1/voice/surveys/care/rounds/2024-25/beside",
                        "POST /api/v1/voice/suggestions",
                        "POST /api/v1/voice/queue/7/steps publish",
                        "POST /api/v1/voice/queue/7/steps decide",
                        "POST /api/v1/voice/suggestions",
                        "POST /api/v1/voice/queue/7/steps publish");
    }

    @Test
    void goes_on_where_it_was_interrupted_and_says_nothing_twice() {
        waiting = """
                {"suggestion": {"number": 3}, "original": [{"about": "the park"}],
                 "history": [{"what": "received"}, {"what": "published"}]},
                {"suggestion": {"number": 4}, "original": [{"about": "the road"}],
                 "history": [{"what": "received"}, {"what": "published"}]}
                """;

        load.run(MANIFEST);

        assertThat(asked.stream().filter(each -> each.startsWith("POST /api")))
                .containsExactly("POST /api/v1/voice/queue/3/steps decide");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean step = path.endsWith("/steps");
        asked.add(exchange.getRequestMethod() + " " + path
                + (step ? " " + ExactJson.MAPPER.readTree(body).path("step").asString() : ""));
        if (path.endsWith("/oauth2/token")) {
            send(exchange, "{\"access_token\": \"t\"}");
        } else if (path.endsWith("/queue")) {
            boolean closed = String.valueOf(exchange.getRequestURI().getQuery()).contains("stage");
            send(exchange, "{\"results\": [" + (closed ? "" : waiting) + "]}");
        } else {
            send(exchange, "{\"number\": 7}");
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
