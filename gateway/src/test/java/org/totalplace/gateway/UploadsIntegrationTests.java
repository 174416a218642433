package org.totalplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class UploadsIntegrationTests extends GatewayStack {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String DELIVERIES = "/api/v1/spend/feeds/county-payments/deliveries";

    private static final AtomicLong ARRIVED = new AtomicLong();
    private static volatile CompletableFuture<Long> firstBytes = new CompletableFuture<>();
    private static final DisposableServer COUNTING = HttpServer.create()
            .host(InetAddress.getLoopbackAddress().getHostAddress())
            .port(0)
            .handle((request, response) -> request.receive()
                    .map(ByteBuf::readableBytes)
                    .doOnNext(bytes -> firstBytes.complete(ARRIVED.addAndGet(bytes)))
                    .then(response.status(202).send().then()))
            .bindNow();

    @DynamicPropertySource
    static void countingService(DynamicPropertyRegistry registry) {
        registry.add("totalplace.services.spend", () -> "http://127.0.0.1:" + COUNTING.port());
        registry.add("totalplace.limits.upload", () -> "25MB");
    }

    @AfterAll
    static void stop() {
        COUNTING.disposeNow();
    }

    @Test
    void twenty_megabytes_stream_through_without_being_held() throws Exception {
        // The rest is not sent before the service has seen the first bytes: a gateway that held the body would wait for
        // ever.
        HttpResponse<String> answer = upload(20, () -> firstBytes.get(20, TimeUnit.SECONDS));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(ARRIVED.get()).isEqualTo(20L * MEGABYTE);
    }

    @Test
    void more_than_the_limit_is_refused_though_its_length_was_not_told() throws Exception {
        HttpResponse<String> answer = upload(26, () -> 0L);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too-large");
    }

    /** Sends so many megabytes in chunks, and waits after the first. */
    private HttpResponse<String> upload(int megabytes, Callable<Long> afterTheFirst) throws Exception {
        ARRIVED.set(0);
        firstBytes = new CompletableFuture<>();
        try (var body = new PipedInputStream(MEGABYTE);
                var pipe = new PipedOutputStream(body);
                var http = HttpClient.newHttpClient()) {
            Thread.ofPlatform().daemon().start(() -> write(pipe, megabytes, afterTheFirst));
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + DELIVERIES))
                            .timeout(Duration.ofSeconds(40))
                            .header("Authorization", "Bearer " + Tokens.of("agency"))
                            .header("Content-Type", "text/csv")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void write(OutputStream pipe, int megabytes, Callable<Long> afterTheFirst) {
        try (pipe) {
            pipe.write(new byte[MEGABYTE]);
            pipe.flush();
            afterTheFirst.call();
            for (int i = 1; i < megabytes; i++) {
                pipe.write(new byte[MEGABYTE]);
            }
        } catch (Exception refused) {
            // The reader has its answer and stopped reading.
        }
    }
}
