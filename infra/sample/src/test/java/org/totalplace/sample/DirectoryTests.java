package org.totalplace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.sample.directory.ServiceDirectory;
import org.totalplace.sample.place.OutputFolder;

class DirectoryTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_service_has_an_id_of_its_own_and_the_same_seed_the_same_bytes() throws Exception {
        ServiceDirectory directory = ServiceDirectory.write(new OutputFolder(folder.resolve("a")), 2009);
        ServiceDirectory.write(new OutputFolder(folder.resolve("b")), 2009);
        String text = Files.readString(folder.resolve("a").resolve(directory.file()));

        var ids = Pattern.compile("\\{\"id\": \"([0-9a-f-]{36})\", \"name\": \"[^\"]+\", \"description\": \"[^\"]{20,}")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(ids).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(text).isEqualTo(Files.readString(folder.resolve("b").resolve(directory.file())));
        assertThat(directory.offers().toString()).contains(ids.get(0), "ASC-REAB", "term=recovery");
    }
}
