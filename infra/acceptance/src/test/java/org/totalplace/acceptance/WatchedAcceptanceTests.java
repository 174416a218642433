package org.totalplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What alert rules and the dashboard name is there to be watched, with nothing of a person in it. */
@Order(4)
class WatchedAcceptanceTests {

    private static final Path DEPLOY = Checkout.root().resolve("infra/deploy");
    private static final Pattern METRIC = Pattern.compile("\\b(?:totalplace|kafka|http_server|jvm)_[a-z_]+\\b");
    private static final Pattern SHOWN = Pattern.compile("^([a-z_]+)(?:\\{.*})? .+$", Pattern.MULTILINE);
    private static final Pattern PERSONAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|\\b[0-9]{10}\\b|@[a-z]+\\.");
    private static final String KEPT_BY_THE_LAUNCHER = "../../../target/data/secrets/metrics-key";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_metric_that_is_named_is_shown_by_a_running_service() throws Exception {
        RunningStack.sample();
        Set<String> named = named();

        Set<String> missing = new TreeSet<>(named);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!missing.isEmpty() && System.nanoTime() < until) {
            missing.removeAll(shown());
            Thread.sleep(500);
        }

        assertThat(named).hasSizeGreaterThan(8);
        assertThat(missing).as("named, and shown by no service").isEmpty();
    }

    @Test
    void operators_are_called_when_they_should_be_and_not_before() throws Exception {
        Path programs = programs();
        RunningStack.sample();

        String config = ofThisStack().toString();
        String tests = PrometheusTool.DEPLOYED.resolve("rules-tests.yml").toString();

        assertThat(PrometheusTool.checked(programs, "check", "config", config)).contains("rules found");
        assertThat(PrometheusTool.checked(programs, "test", "rules", tests)).contains("SUCCESS");
    }

    @Test
    void no_label_of_ours_tells_of_a_person() throws Exception {
        RunningStack.sample();

        for (int port : RunningStack.servicePorts()) {
            assertThat(metrics(port).lines().filter(line -> line.startsWith("totalplace_")))
                    .noneMatch(line -> PERSONAL.matcher(line).find());
        }
    }

    @Test
    void nobody_reads_what_is_counted_without_the_key_and_everybody_may_know_that_a_service_lives() throws Exception {
        RunningStack.sample();

        for (int port : RunningStack.servicePorts()) {
            for (String path : new String[] {"prometheus", "health", "metrics", "env", "health/r2dbc"}) {
                assertThat(asked(port, path, "guessed").statusCode())
                        .as(port + " " + path)
                        .isEqualTo(401);
            }
            assertThat(asked(port, "health/liveness", "guessed").statusCode()).isEqualTo(200);
            assertThat(asked(port, "health/readiness", "guessed").statusCode()).isEqualTo(200);
        }
    }

    /** As it is handed out, but for where this stack keeps its key. */
    private Path ofThisStack() throws IOException {
        Files.copy(PrometheusTool.DEPLOYED.resolve("rules.yml"), folder.resolve("rules.yml"));
        String handedOut = Files.readString(PrometheusTool.DEPLOYED.resolve("prometheus.yml"));
        assertThat(handedOut).contains(KEPT_BY_THE_LAUNCHER);
        return Files.writeString(
                folder.resolve("prometheus.yml"), handedOut.replace(KEPT_BY_THE_LAUNCHER, key().toString()));
    }

    private static Path key() {
        return RunningStack.now().data().resolve("secrets/metrics-key");
    }

    private static Path programs() {
        Optional<Path> programs = PrometheusTool.programs();
        assumeTrue(programs.isPresent(), "No Prometheus here: ./infra/test fetches Debian's where it can");
        return programs.orElseThrow();
    }

    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String file : new String[] {"prometheus/rules.yml", "grafana/total-place.json"}) {
            METRIC.matcher(Files.readString(DEPLOY.resolve(file))).results().forEach(found -> named.add(found.group()));
        }
        return named;
    }

    private static Set<String> shown() throws IOException, InterruptedException {
        Set<String> shown = new TreeSet<>();
        for (int port : RunningStack.servicePorts()) {
            SHOWN.matcher(metrics(port)).results().forEach(found -> shown.add(found.group(1)));
        }
        return shown;
    }

    private static String metrics(int port) throws IOException, InterruptedException {
        return asked(port, "prometheus", Files.readString(key()).strip()).body();
    }

    private static HttpResponse<String> asked(int port, String path, String key)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:" + port + "/actuator/" + path);
            return http.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + key)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
