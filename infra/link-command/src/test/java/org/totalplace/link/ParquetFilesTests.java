package org.totalplace.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ParquetFilesTests {

    /**
     * {@code awkward.parquet}: numbers as fractions, text as unannotated bytes, moments as INT96, a struct before other
     * columns, a list.
     */
    @Test
    void say_what_their_writers_meant() throws IOException {
        Path file = Path.of(Objects.requireNonNull(ParquetFilesTests.class.getResource("awkward.parquet"))
                .getPath());

        Table table = ParquetFiles.read("awkward", file);

        assertThat(table.headers()).containsExactly("ref", "name", "surname", "born", "phones", "postcode");
        assertThat(table.rows())
                .containsExactly(
                        List.of("1", "Gwen Morgan", "Morgan", "1984-07-03", "01632 960001 07700 900001", "NM1 0AA"),
                        List.of("2", "Ahmed", "Siddiqui", "1950-01-02", "", "NM2 0AA"),
                        List.of("", "", "", "", "", ""));
    }

    @Test
    void print_numbers_in_full() {
        assertThat(ParquetFiles.text(7.02919131E9)).isEqualTo("7029191310");
        assertThat(ParquetFiles.text(1984f)).isEqualTo("1984");
        assertThat(ParquetFiles.text(Double.NaN)).isEmpty();
        assertThat(ParquetFiles.text(new BigDecimal("1E+3"))).isEqualTo("1000");
    }

    @Test
    void print_bytes_that_are_no_text_as_numbers() {
        assertThat(ParquetFiles.text(new byte[] {(byte) 0xff, 1})).isEqualTo("ff01");
    }
}
