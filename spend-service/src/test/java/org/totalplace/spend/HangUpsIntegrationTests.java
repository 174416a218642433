package org.totalplace.spend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.totalplace.local.servers.TokenIssuer;

/** Who hangs up takes nothing away from those who stay on the line. */
@ExtendWith(OutputCaptureExtension.class)
class HangUpsIntegrationTests extends RunningSpendService {

    private static final List<String> PATHS = List.of(
            "/api/v1/spend/whole-area?year=2024-25",
            "/api/v1/spend/totals?year=2024-25",
            "/api/v1/spend/lines?year=2024-25",
            "/api/v1/spend/agencies");
    private static final int HANG_UPS = 1_000;
    private static final int AT_ONCE = 64;
    private static final int CONNECTIONS_TO_THE_DATABASE = 16;
    private static final int LONGEST_MILLIS = 25;

    @Test
    void a_thousand_callers_who_hang_up_leave_every_connection_to_those_who_come_after(CapturedOutput log)
            throws Exception {
        String token = TokenIssuer.shared().role("analyst");
        Random random = new Random(20261123);
        List<Future<?>> calls = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int call = 0; call < HANG_UPS; call++) {
                String path = PATHS.get(call % PATHS.size());
                int millis = random.nextInt(LONGEST_MILLIS);
                calls.add(callers.submit(() -> hangUp(path, token, millis)));
            }
        }
        for (Future<?> call : calls) {
            call.get();
        }

        List<Future<Integer>> after = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(2 * CONNECTIONS_TO_THE_DATABASE)) {
            for (int call = 0; call < 4 * CONNECTIONS_TO_THE_DATABASE; call++) {
                String path = PATHS.get(call % PATHS.size());
                after.add(callers.submit(() -> door().get("analyst", path).status()));
            }
        }
        for (Future<Integer> call : after) {
            assertThat(call.get()).isEqualTo(200);
        }
        assertThat(log).doesNotContain("Unforeseen failure").doesNotContain("already committed");
    }

    private boolean hangUp(String path, String token, int millis) throws IOException, InterruptedException {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port())) {
            line.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(millis);
        }
        return true;
    }
}
