package org.totalplace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @Test
    void writes_the_place_and_says_where() throws IOException {
        assertThat(run("--out", folder.toString(), "--persons", "20", "--seed", "1"))
                .isZero();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("21 feeds of 20 persons")
                .contains(folder.toString());
        assertThat(folder.resolve(Manifest.FILE)).isNotEmptyFile();
    }

    @Test
    void help_names_every_option() throws IOException {
        assertThat(run("--help")).isZero();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("--out", "--persons", "--seed");
    }

    @Test
    void what_is_wrong_is_said_with_what_was_given() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--out", folder.toString(), "--persons", "many")).isEqualTo(2);
        assertThat(run("--out", folder.toString(), "--persons", "0")).isEqualTo(2);
        assertThat(run("--out", folder.toString(), "--colour", "red")).isEqualTo(2);
        assertThat(run("--out")).isEqualTo(2);

        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("--out DIR is needed", "not 'many'", "not 0", "no option --colour", "--out needs a value");
        assertThat(folder).isEmptyDirectory();
    }

    private int run(String... arguments) throws IOException {
        return Sample.run(
                List.of(arguments),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
    }
}
