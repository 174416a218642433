package org.totalplace.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.local.process.FreePorts;
import org.totalplace.local.process.OwnedProcess;

class LauncherIntegrationTests {

    private static final int BASE = 23_000;

    @TempDir
    Path data;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void a_port_in_use_is_named_with_what_to_do() throws IOException {
        try (ServerSocket taken = new ServerSocket(BASE + 92, 1, InetAddress.getLoopbackAddress());
                Stack stack = nothingBuilt()) {
            assertThatThrownBy(stack::start)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessage("Port %d, for Kafka, is in use: stop what listens there, or choose other ports with"
                                    .formatted(taken.getLocalPort())
                            + " --port-base N (now 23000).");
        }
    }

    @Test
    void a_part_that_dies_is_reported_and_started_again() throws Exception {
        try (Stack stack = nothingBuilt().start()) {
            OwnedProcess first = stack.process("agencies").orElseThrow();

            ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
            first.ended().get(5, TimeUnit.SECONDS);

            OwnedProcess second = awaitAgencies(stack);
            assertThat(second.pid()).isNotEqualTo(first.pid());
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("agencies died (status 137)");
        }
    }

    @Test
    void closing_stops_everything_and_frees_the_ports() {
        Ports ports;
        try (Stack stack = nothingBuilt().start()) {
            ports = stack.ports();
        }

        assertThat(ports.all().values()).allMatch(FreePorts::isFree);
        assertThat(data.resolve("run/agencies.pid")).doesNotExist();
    }

    @Test
    void two_launchers_do_not_share_a_folder() {
        DataFolder folder = DataFolder.at(data);

        try (DataLock first = DataLock.take(folder, new Ports(BASE)).orElseThrow()) {
            assertThat(DataLock.take(folder, new Ports(BASE))).isEmpty();
            assertThat(DataLock.holder(folder))
                    .isEqualTo(new DataLock.Holder(ProcessHandle.current().pid(), new Ports(BASE)));
        }

        DataLock.take(folder, new Ports(BASE)).orElseThrow().close();
    }

    @Test
    void secrets_stay_the_same_and_are_for_their_owner_only() throws IOException {
        Secrets first = Secrets.in(data);

        assertThat(Secrets.in(data)).isEqualTo(first);
        assertThat(first.pseudonymKey()).matches("[0-9a-f]{64}");
        assertThat(first.toString()).doesNotContain(first.pseudonymKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("pseudonym-key"))))
                .isEqualTo("rw-------");
    }

    /** PostgreSQL, Kafka and the agencies' endpoints: of a tree in which no service is built. */
    private Stack nothingBuilt() {
        return Stack.of(new StackSettings(new Project(data), data, new Ports(BASE), false), progress);
    }

    private static OwnedProcess awaitAgencies(Stack stack) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (stack.process("agencies").isPresent()) {
                return stack.process("agencies").orElseThrow();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("It was not started again");
    }
}
