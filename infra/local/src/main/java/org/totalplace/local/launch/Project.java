package org.totalplace.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The built tree that is run from.
 *
 * @param root folder that holds {@code infra/up}
 */
public record Project(Path root) {

    /** The project around this folder, or around the one that the tests run in. */
    public static Project here() {
        Path folder = Path.of("").toAbsolutePath();
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve("infra").resolve("up"))) {
                return new Project(each);
            }
        }
        throw new LaunchFailure(folder + " is not inside the project: start ./infra/up of the project instead.");
    }

    Path usualData() {
        return root.resolve("infra/local/target/data");
    }

    /** Programs unpacked once for every data folder. */
    Path binaries() {
        return root.resolve("infra/local/target/binaries");
    }

    /** The unpacked application of a module, empty if that is not built. */
    Optional<Application> application(String module) {
        Path folder = root.resolve(module).resolve("target/app");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            return jars.isEmpty() ? Optional.empty() : Optional.of(new Application(folder, jars.getFirst()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * An unpacked application.
     *
     * @param folder of the application
     * @param jar that starts it
     */
    record Application(Path folder, Path jar) {

        Path cache() {
            return folder.resolve("app.aot");
        }
    }

    /** Where the broker's cache of loaded classes is kept. */
    Path brokerCache() {
        return root.resolve("infra/local/target/kafka.aot");
    }
}
