package org.totalplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
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

    @Nested
    class OnPages {

        private static final String FORM = "POST %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                + "Content-Type: multipart/form-data; boundary=part\r\n%s\r\n";

        @Test
        void a_file_that_is_too_large_is_refused_as_a_page() {
            IDENTITY_PROVIDER.signsIn("agency");
            Browser browser = new Browser(port);
            browser.open("/");
            HttpResponse<String> page = browser.open("/journeys");

            HttpResponse<String> refused = browser.upload(
                    page, "/feeds/spend/county-payments/deliveries", Map.of(), "a.csv", new byte[26 * MEGABYTE]);

            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("<h1", "at most");
        }

        @Test
        void one_whose_length_was_not_told_is_read_as_far_as_it_may_be() throws Exception {
            IDENTITY_PROVIDER.signsIn("agency");
            String cookies = signedIn();

            String answer = sent("/feeds/spend/county-payments/deliveries", cookies, 26);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("at most");
        }

        @Test
        void strangers_are_refused_before_anything_they_send_is_read() throws Exception {
            String token = "Cookie: FORM=" + UUID.randomUUID() + "\r\nContent-Length: 20000000\r\n";

            assertThat(begun("/feeds/spend/county-payments/deliveries", token)).startsWith("HTTP/1.1 413");
            assertThat(begun("/voice/suggest", token)).startsWith("HTTP/1.1 413");
            // Nothing else of the body ever comes.
            assertThat(begun("/feeds/spend/county-payments/deliveries", token.replace("20000000", "60000")))
                    .startsWith("HTTP/1.1 403");
        }

        @Test
        void what_strangers_send_without_telling_its_length_is_read_as_far_as_a_form_goes() throws Exception {
            String kept = "FORM=" + UUID.randomUUID();

            assertThat(sent("/feeds/spend/county-payments/deliveries", kept, 1)).startsWith("HTTP/1.1 403");
            assertThat(sent("/voice/suggest", kept, 1)).startsWith("HTTP/1.1 403");
        }

        private String signedIn() {
            return Browser.kept(new Browser(port).open("/journeys")).stream()
                    .filter(cookie -> cookie.startsWith("SESSION="))
                    .findFirst()
                    .orElseThrow()
                    .split(";")[0];
        }

        /** What the answer says to the beginning of a form of which no more comes. */
        private String begun(String path, String headers) throws IOException {
            try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
                line.setSoTimeout(20_000);
                line.getOutputStream().write(FORM.formatted(path, headers).getBytes(StandardCharsets.US_ASCII));
                line.getOutputStream().write("--part\r\n".getBytes(StandardCharsets.US_ASCII));
                return new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            }
        }

        /** Sends a form with a file of so many megabytes in chunks, and gives the answer. */
        private String sent(String path, String cookies, int megabytes) throws Exception {
            byte[] megabyte = new byte[MEGABYTE];
            Arrays.fill(megabyte, (byte) 'x');
            String head = "Cookie: " + cookies + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n";
            String part = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
            try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
                line.setSoTimeout(20_000);
                CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(line));
                OutputStream out = line.getOutputStream();
                out.write(FORM.formatted(path, head).getBytes(StandardCharsets.US_ASCII));
                chunk(out, part.getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < megabytes && !answer.isDone(); i++) {
                    chunk(out, megabyte);
                }
                return answer.get(20, TimeUnit.SECONDS);
            }
        }

        private static void chunk(OutputStream out, byte[] bytes) {
            try {
                out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(bytes);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException refused) {
                // The reader has answered and stopped reading.
            }
        }

        private static String read(Socket line) {
            StringBuilder said = new StringBuilder();
            try {
                for (int next = line.getInputStream().read();
                        next >= 0;
                        next = line.getInputStream().read()) {
                    said.append((char) next);
                }
            } catch (IOException closed) {
                // What came before is what was said.
            }
            return said.toString();
        }
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
