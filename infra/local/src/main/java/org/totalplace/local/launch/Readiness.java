package org.totalplace.local.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Asks servers whether they are ready to serve. */
final class Readiness {

    private static final Duration STEP = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * Waits until one of the addresses answers 200.
     *
     * @return false if that did not happen in time or {@code alive} ceased to hold
     */
    boolean await(List<String> addresses, Duration atMost, BooleanSupplier alive) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (alive.getAsBoolean() && System.nanoTime() < deadline) {
            if (addresses.stream().anyMatch(this::isReady)) {
                return true;
            }
            pause();
        }
        return false;
    }

    boolean isReady(String address) {
        return status(address) == 200;
    }

    /** The status of the answer, 0 if there is none. */
    int status(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
