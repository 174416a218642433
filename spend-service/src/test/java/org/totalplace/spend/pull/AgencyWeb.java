package org.totalplace.spend.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** An agency's web server on the loopback, with the ways in which such servers answer. */
final class AgencyWeb implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    AgencyWeb(int port) {
        this(made(() -> HttpServer.create(new InetSocketAddress("localhost", port), 0)));
    }

    /** Over TLS. */
    static AgencyWeb proving(SSLContext certificate, int port) {
        return new AgencyWeb(made(() -> {
            HttpsServer server = HttpsServer.create(new InetSocketAddress("localhost", port), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate));
            return server;
        }));
    }

    private AgencyWeb(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static HttpServer made(Callable<HttpServer> opening) {
        try {
            return opening.call();
        } catch (Exception e) {
            throw new IllegalStateException("The agency's server cannot be opened", e);
        }
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Path and {@code If-None-Match} of every request. */
    List<String> requests() {
        return requests;
    }

    int timesAsked(String path) {
        return asked.getOrDefault(path, new AtomicInteger()).get();
    }

    void serves(String path, String text) {
        on(path, exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                answer(exchange, 200, text);
            }
        });
    }

    void redirects(String path, String location) {
        on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            answer(exchange, 302, "");
        });
    }

    /** Fails some times and then serves. */
    void recovers(String path, int failures, String text) {
        on(path, exchange -> {
            if (timesAsked(path) <= failures) {
                answer(exchange, 500, "");
            } else {
                answer(exchange, 200, text);
            }
        });
    }

    void fails(String path, int status, String retryAfter) {
        on(path, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            answer(exchange, status, "");
        });
    }

    /** Takes the request and says nothing. */
    void hangs(String path) {
        on(path, exchange -> await());
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Answering answering) {
        server.createContext(path, exchange -> {
            asked.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
            requests.add(path + " " + exchange.getRequestHeaders().getFirst("If-None-Match"));
            answering.to(exchange);
            exchange.close();
        });
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
