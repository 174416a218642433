package org.totalplace.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the project lies, and the real files of real agencies beside it where they exist. */
final class Checkout {

    private Checkout() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("infra/acceptance"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The acceptance tests run within the project");
            }
        }
        return folder;
    }

    /** A file below {@code shared/data} beside the project; empty on machines that have none. */
    static Optional<Path> realFile(String path) {
        Path file = root().resolveSibling("shared").resolve("data").resolve(path);
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
