package org.totalplace.spend.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the files of exports are: a whole one has its own name, one that is being written another. */
@Component
class ExportFolder {

    private final Path folder;

    ExportFolder(@Value("${totalplace.data}") Path data) {
        this.folder = data.resolve("exports");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
        }
    }

    Path whole(UUID id) {
        return folder.resolve(id + ".csv");
    }

    Path part(UUID id) {
        return folder.resolve(id + ".part");
    }

    /** What was a part is whole from now on. */
    void complete(UUID id) throws IOException {
        Files.move(part(id), whole(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void remove(UUID id) throws IOException {
        Files.deleteIfExists(part(id));
        Files.deleteIfExists(whole(id));
    }
}
