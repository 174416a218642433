package org.totalplace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.totalplace.sample.SamplePlace;

/** What benchmarks read: real files where they lie beside the project, the sample place elsewhere. */
final class Inputs {

    private static final int PERSONS = 20_000;
    private static final long SEED = 2009;

    private Inputs() {}

    /** A file below {@code shared/data} beside the project. */
    static Optional<Path> real(String path) {
        Path file = Path.of("..", "shared", "data").resolve(path).toAbsolutePath();
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /** The largest payments file at hand. */
    static Path payments() throws IOException {
        Optional<Path> real = real("spend/trafford_2024-25.zip");
        return real.isPresent() ? real.get() : sample("-payments").orElseThrow();
    }

    private static Optional<Path> sample(String kind) throws IOException {
        Path folder = Files.createTempDirectory("northmoor");
        var manifest = SamplePlace.write(folder, PERSONS, SEED);
        return manifest.feeds().stream()
                .filter(feed -> feed.code().endsWith(kind))
                .map(feed -> folder.resolve(feed.deliveries().getFirst().file()))
                .findFirst();
    }
}
