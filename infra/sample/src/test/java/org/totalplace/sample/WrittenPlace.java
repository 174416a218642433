package org.totalplace.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.totalplace.sample.place.Feed;

/** A sample place on disk, read back without the generator's own code. */
record WrittenPlace(Path root, Manifest manifest) {

    static WrittenPlace of(Path root, int persons) throws IOException {
        return new WrittenPlace(root, SamplePlace.write(root, persons, 2009));
    }

    List<NamedCsvRecord> csv(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(root.resolve(file))) {
            return reader.stream().toList();
        }
    }

    List<String> lines(String file) throws IOException {
        return Files.readAllLines(root.resolve(file));
    }

    List<Feed> feeds(String kind) {
        return manifest.feeds().stream()
                .filter(feed -> feed.kind().equals(kind))
                .toList();
    }

    Feed feed(String code) {
        Optional<Feed> feed = manifest.feeds().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst();
        return feed.orElseThrow();
    }
}
