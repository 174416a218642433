package org.totalplace.journey.community.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.sample.directory.ServiceDirectory;
import org.totalplace.sample.place.OutputFolder;
import tools.jackson.databind.json.JsonMapper;

class SampleDirectoryTests {

    private static final LocalDate TODAY = LocalDate.of(2025, 4, 1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothing_is_wrong_with_the_sample_places_directory() throws Exception {
        ServiceDirectory directory = ServiceDirectory.write(new OutputFolder(folder), 2009);

        DirectoryFile.Read read = (DirectoryFile.Read) new ReadingDirectory(new JsonMapper())
                .read(Files.readAllBytes(folder.resolve(directory.file())), "services.json", TODAY);

        assertThat(read.services()).hasSizeGreaterThan(40).allSatisfy(service -> {
            Checked.Sound sound = (Checked.Sound) new ServiceChecks(TODAY).check(service, "");
            assertThat(sound.findings()).isEmpty();
            assertThat(sound.listing().openings()).isNotEmpty();
            assertThat(sound.listing().terms()).hasSize(1);
        });
    }
}
