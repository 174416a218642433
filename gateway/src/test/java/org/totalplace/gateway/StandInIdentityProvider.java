package org.totalplace.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Signs everybody in at once, as whoever the test wants. It is another provider than the demonstration's: its addresses
 * and its claims are named otherwise.
 */
public final class StandInIdentityProvider {

    static final String PLACE = "/protocol/openid-connect";
    private static final Duration WHILE_OTHERS_ASK = Duration.ofMillis(300);

    private final HttpServer server;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final AtomicInteger signIns = new AtomicInteger();
    private final AtomicInteger renewals = new AtomicInteger();
    private volatile String role = "board";
    private volatile Duration lasting = Duration.ofMinutes(10);
    private volatile int renewing = 200;

    StandInIdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(PLACE + "/certs", exchange -> answer(exchange, 200, Tokens.published()));
        server.createContext(PLACE + "/auth", this::authorise);
        server.createContext(PLACE + "/token", this::token);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who signs in next. */
    public void signsIn(String as) {
        this.role = as;
        this.lasting = Duration.ofMinutes(10);
        this.renewing = 200;
    }

    /** How long the tokens last that it gives from now on; what lasts less than a minute is renewed at once. */
    void givesTokensFor(Duration lasting) {
        this.lasting = lasting;
    }

    /** How it answers who wants to go on. */
    void answersRenewals(int status) {
        this.renewing = status;
    }

    /** How often somebody signed in, and went on, since it started. */
    int signIns() {
        return signIns.get();
    }

    int renewals() {
        return renewals.get();
    }

    private void authorise(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(query.get("code_challenge_method"))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        String code = UUID.randomUUID().toString();
        nonces.put(code, query.get("nonce"));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri") + "?code=" + code + "&state="
                                + encoded(query.getOrDefault("state", "")));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if ("refresh_token".equals(form.get("grant_type"))) {
            renewals.incrementAndGet();
            pause();
            answer(exchange, renewing, renewing == 200 ? tokens("") : refusal());
            return;
        }
        signIns.incrementAndGet();
        String nonce = nonces.remove(form.get("code"));
        // Signed in some time ago: whoever has just signed in is not sent round again.
        Date since = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
        String identity = Tokens.signed(
                Tokens.KEY,
                Tokens.claims(role)
                        .audience("gateway")
                        .issueTime(since)
                        .claim("nonce", nonce)
                        .build());
        answer(exchange, 200, tokens("\"id_token\": \"" + identity + "\","));
    }

    private String refusal() {
        return "{\"error\": \"" + (renewing == 400 ? "invalid_grant" : "server_error") + "\"}";
    }

    private String tokens(String identity) {
        return """
                {"access_token": "%s", %s "token_type": "Bearer", "expires_in": %d, "refresh_token": "%s", "scope": "openid"}
                """.formatted(Tokens.of(role), identity, lasting.toSeconds(), UUID.randomUUID());
    }

    private static void pause() {
        try {
            Thread.sleep(WHILE_OTHERS_ASK);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
