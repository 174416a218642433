package org.totalplace.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.totalplace.local.process.PidFile;

/** Stops what a killed launcher left running on a data folder, services before the servers that they use. */
final class Leftovers {

    private Leftovers() {}

    static void stop(DataFolder data) {
        pidFiles(data.run()).forEach(file -> new PidFile(file).stopLeftover("TERM"));
        pidFiles(data.of("kafka")).forEach(file -> new PidFile(file).stopLeftover("TERM"));
        pidFiles(data.of("postgres")).forEach(file -> new PidFile(file).stopLeftover("INT"));
    }

    private static List<Path> pidFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
