package org.totalplace.spend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.intake.delivery.Spool;
import org.totalplace.intake.fetch.Names;
import org.totalplace.intake.fetch.PullAddress;
import org.totalplace.local.process.FreePorts;

/** Fetches over real sockets with names that are made up. */
class PinnedAddressesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port = FreePorts.any();
    private final AgencyWeb agency = new AgencyWeb(port);

    @TempDir
    private Path folder = Path.of("unset");

    @AfterEach
    void close() {
        agency.close();
    }

    private Fetched fetch(String url, Set<String> allowed, Names names) {
        Fetching fetching = new Fetching(new PullAddress(allowed, names), new Spool(folder), InstantSource.system());
        return Objects.requireNonNull(
                fetching.fetch(url, null, UUID.randomUUID()).block(PATIENCE));
    }

    /** Public when it is first looked up, our own machine ever after. */
    private static Names rebinding(AtomicInteger asked) {
        return host -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "151.101.1.69" : "127.0.0.1"));
    }

    @Test
    void a_name_that_turns_private_after_the_check_is_not_connected_to() {
        agency.serves("/file.csv", "secret");
        AtomicInteger asked = new AtomicInteger();

        Fetched fetched = fetch("http://rebinding.example:" + port + "/file.csv", Set.of(), rebinding(asked));

        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.Refused.class,
                        refused -> assertThat(refused.why()).contains("private network"));
        assertThat(asked).hasValue(2);
        assertThat(agency.requests()).isEmpty();
    }

    @Test
    void a_host_that_is_allowed_is_connected_to_by_its_name() throws Exception {
        agency.serves("/file.csv", "a,b\r\n1,2\r\n");

        Fetched fetched = fetch(
                "http://council.example:" + port + "/file.csv",
                Set.of("council.example:" + port),
                host -> List.of(InetAddress.getByName("127.0.0.1")));

        assertThat(fetched).isInstanceOfSatisfying(Fetched.File.class, file -> {
            assertThat(file.name()).isEqualTo("file.csv");
            assertThat(file.etag()).isEqualTo("\"v1\"");
            assertThat(file.spooled().bytes()).isEqualTo(10);
        });
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(PinnedAddressesTests::text))
                    .containsExactly("a,b\r\n1,2\r\n");
        }
    }

    @Test
    void an_address_in_numbers_is_checked_too() {
        agency.serves("/file.csv", "secret");

        assertThat(fetch("http://127.0.0.1:" + port + "/file.csv", Set.of(), Names.ofThisMachine()))
                .isInstanceOf(Fetched.Refused.class);
        assertThat(agency.requests()).isEmpty();
    }

    @Test
    void redirects_are_checked_one_by_one() {
        agency.redirects("/inside.csv", "http://169.254.169.254/latest/meta-data");
        agency.redirects("/round.csv", "/round.csv");
        agency.redirects("/file.csv", "file:///etc/passwd");
        Names names = host -> List.of(InetAddress.getByName("127.0.0.1"));

        for (String path : List.of("/inside.csv", "/round.csv", "/file.csv")) {
            assertThat(fetch("http://council.example:" + port + path, Set.of("council.example:" + port), names))
                    .as(path)
                    .isInstanceOf(Fetched.Refused.class);
        }
        assertThat(agency.timesAsked("/round.csv")).isEqualTo(6);
    }

    @Test
    void a_port_that_nobody_listens_on_is_a_failure_that_may_pass() {
        int silent = FreePorts.any();

        assertThat(fetch(
                        "http://council.example:" + silent + "/file.csv",
                        Set.of("council.example:" + silent),
                        host -> List.of(InetAddress.getByName("127.0.0.1"))))
                .isInstanceOf(Fetched.Failed.class);
    }

    @Test
    void retry_after_is_heard() {
        agency.fails("/busy.csv", 503, "120");

        assertThat(fetch(
                        "http://council.example:" + port + "/busy.csv",
                        Set.of("council.example:" + port),
                        host -> List.of(InetAddress.getByName("127.0.0.1"))))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.pause()).isEqualTo(Duration.ofMinutes(2)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
