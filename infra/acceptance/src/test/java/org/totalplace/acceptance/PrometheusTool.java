package org.totalplace.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prometheus's own tool, which reads the configuration that operators take over as Prometheus does. */
final class PrometheusTool {

    static final Path DEPLOYED = Checkout.root().resolve("infra/deploy/prometheus");

    private PrometheusTool() {}

    /** Where its programs are; {@code ./infra/test} says so where it could have them. */
    static Optional<Path> programs() {
        return Optional.ofNullable(System.getenv("TOTALPLACE_PROMETHEUS"))
                .map(Path::of)
                .filter(folder -> Files.isExecutable(folder.resolve("promtool")));
    }

    /** What {@code promtool} says, if it finds nothing to complain of. */
    static String checked(Path programs, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(programs.resolve("promtool").toString()));
        command.addAll(List.of(words));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + said);
        }
        return said;
    }
}
