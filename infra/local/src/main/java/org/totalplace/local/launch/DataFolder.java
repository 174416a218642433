package org.totalplace.local.launch;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that is kept between runs.
 *
 * @param path of it
 */
record DataFolder(Path path) {

    private static final long NEEDED = 2L * 1024 * 1024 * 1024;

    static DataFolder at(Path path) {
        try {
            Files.createDirectories(path);
            FileStore disk = Files.getFileStore(path);
            if (disk.getUsableSpace() < NEEDED) {
                throw new LaunchFailure(("Only %d MB are free on the disk of %s and 2048 MB are needed:"
                                + " make room there, or choose another disk with --data DIR.")
                        .formatted(disk.getUsableSpace() / (1024 * 1024), path));
            }
        } catch (IOException broken) {
            throw new LaunchFailure("The data folder %s cannot be used (%s): choose another with --data DIR."
                    .formatted(path, broken.getMessage()));
        }
        return new DataFolder(path);
    }

    Path of(String part) {
        return path.resolve(part);
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path run() {
        return path.resolve("run");
    }

    Path sample() {
        return path.resolve("sample");
    }
}
