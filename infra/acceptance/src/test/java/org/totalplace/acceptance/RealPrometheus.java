package org.totalplace.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus that watches the running stack with the configuration that operators take over. */
final class RealPrometheus implements AutoCloseable {

    static final Path DEPLOYED = Checkout.root().resolve("infra/deploy/prometheus");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PORT = 17_690;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;

    private RealPrometheus(Process process) {
        this.process = process;
    }

    /** Where its programs are; {@code ./infra/test} says so where it could have them. */
    static Optional<Path> programs() {
        return Optional.ofNullable(System.getenv("TOTALPLACE_PROMETHEUS"))
                .map(Path::of)
                .filter(folder -> Files.isExecutable(folder.resolve("prometheus")));
    }

    /** What {@code promtool} says, if it finds nothing to complain of. */
    static String checked(Path programs, String... words) throws IOException, InterruptedException {
        var command =
                new java.util.ArrayList<>(List.of(programs.resolve("promtool").toString()));
        command.addAll(List.of(words));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + said);
        }
        return said;
    }

    /** Started with the deployed configuration, but for where the services are and how often it looks. */
    static RealPrometheus started(Path programs, Path folder) throws IOException {
        String targets = RunningStack.servicePorts().stream()
                .map(port -> "localhost:" + port)
                .toList()
                .toString();
        String config = Files.readString(DEPLOYED.resolve("prometheus.yml"))
                .replace("interval: 15s", "interval: 1s")
                .replace("[rules.yml]", "[" + DEPLOYED.resolve("rules.yml") + "]")
                .replaceAll("targets: \\[[^]]*]", "targets: " + targets);
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        Process process = new ProcessBuilder(
                        programs.resolve("prometheus").toString(),
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + PORT,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new RealPrometheus(process);
    }

    /** The data of an answer of its API. */
    JsonNode data(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + PORT + "/api/v1" + path);
        var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        JsonNode json = JSON.readTree(answer.body());
        if (!json.path("status").asString().equals("success")) {
            throw new AssertionError(path + " answered " + answer.body());
        }
        return json.path("data");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        http.close();
    }
}
