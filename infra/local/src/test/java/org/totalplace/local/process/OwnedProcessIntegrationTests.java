package org.totalplace.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedProcessIntegrationTests {

    @TempDir
    Path folder;

    @Test
    void ends_when_it_is_closed() {
        OwnedProcess process = start("sleep 100");

        process.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.wasStopped()).isTrue();
    }

    @Test
    void is_made_to_end_when_it_does_not_listen() {
        OwnedProcess process = start("trap '' TERM; while true; do sleep 0.1; done");
        assertThat(process.awaitEnd(Duration.ofMillis(500))).isFalse();

        process.close(Duration.ofMillis(300));

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void is_stopped_by_the_next_run_when_it_was_left_behind() throws Exception {
        OwnedProcess left = start("sleep 100");

        try (OwnedProcess next = start("sleep 100")) {
            left.ended().get(5, TimeUnit.SECONDS);
            assertThat(next.isAlive()).isTrue();
        }
    }

    @Test
    void a_stranger_with_the_same_pid_is_left_alone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "100").start();
        Files.writeString(folder.resolve("worker.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");

        try (OwnedProcess ours = start("sleep 100")) {
            assertThat(stranger.isAlive()).isTrue();
            assertThat(ours.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void says_how_it_ended_and_where_to_read_why() {
        OwnedProcess process = start("echo no room on the disk; exit 3");
        process.awaitEnd(Duration.ofSeconds(5));

        assertThat(process.obituary())
                .contains(
                        "worker ended with status 3",
                        folder.resolve("worker.log").toString())
                .endsWith("no room on the disk");
    }

    @Test
    void what_cannot_be_started_is_said_plainly() {
        Command absent = Command.of("worker", List.of("/no/such/program"), Map.of(), folder, folder);

        OwnedProcess process = OwnedProcess.start(absent);

        assertThat(process.awaitEnd(Duration.ofSeconds(5))).isTrue();
        assertThat(process.obituary()).contains("No such file");
    }

    @Test
    void a_tool_that_fails_tells_what_it_printed() {
        assertThatThrownBy(() -> PlainRun.of(List.of("sh", "-c", "echo out of order; exit 2"), RunAs.THIS_USER))
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining("status 2")
                .hasMessageContaining("out of order");
    }

    private OwnedProcess start(String script) {
        return OwnedProcess.start(Command.of("worker", List.of("sh", "-c", script), Map.of(), folder, folder));
    }
}
