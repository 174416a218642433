package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.intake.layout.Layouts;

class ContainersTests {

    private static final byte[] CSV =
            Sent.bytes("Date,Supplier,Amount", "01/04/2025,A Ltd,1.00", "02/04/2025,B Ltd,2.00");

    @Test
    void a_zip_of_one_file_is_read_whatever_litter_lies_beside_it() throws IOException {
        byte[] zip = zip("spend.csv", CSV, "__MACOSX/._spend.csv", new byte[] {1}, ".DS_Store", new byte[] {2});

        Sent sent = Sent.of(zip, "spend.zip", Layouts.PAYMENTS, ReadingOptions.NONE);

        assertThat(sent.values("amount")).containsExactly("1.00", "2.00");
        assertThat(sent.facts().container()).isEqualTo("csv in zip");
    }

    @Test
    void gzip_is_read() throws IOException {
        Sent sent = Sent.of(gzip(CSV), "spend.csv.gz", Layouts.PAYMENTS, ReadingOptions.NONE);

        assertThat(sent.values("payee")).containsExactly("A Ltd", "B Ltd");
        assertThat(sent.facts().container()).isEqualTo("csv in gzip");
    }

    @Nested
    class AnArchiveIsRefused {

        @Test
        void when_it_holds_two_files() throws IOException {
            Problem problem = refusal(zip("a.csv", CSV, "b.csv", CSV), "two.zip");

            assertThat(problem.type()).isEqualTo(ProblemType.COMPRESSION_ERROR);
            assertThat(problem.message()).contains("holds 2 files");
        }

        @Test
        void when_it_is_cut_short() throws IOException {
            byte[] gzip = gzip(CSV);

            assertThat(refusal(Arrays.copyOf(gzip, gzip.length - 12), "cut.gz").type())
                    .isEqualTo(ProblemType.COMPRESSION_ERROR);
            byte[] zip = zip("a.csv", CSV);
            assertThat(refusal(Arrays.copyOf(zip, zip.length / 2), "cut.zip").type())
                    .isEqualTo(ProblemType.COMPRESSION_ERROR);
        }

        @Test
        void when_an_archive_is_inside_it() throws IOException {
            assertThat(refusal(zip("a.zip", zip("a.csv", CSV)), "nested.zip").type())
                    .isEqualTo(ProblemType.COMPRESSION_ERROR);
        }

        @Test
        void when_it_unpacks_to_a_hundred_times_its_size() throws IOException {
            byte[] bomb = gzip(new byte[40 << 20]);

            assertThat(refusal(bomb, "bomb.gz").message()).contains("more than 100 times its size");
        }

        @Test
        void when_it_unpacks_to_more_than_the_limit() throws IOException {
            Limits small = new Limits(40, 100, 100, 10, 100);

            Problem problem = Sent.refusal(gzip(CSV), "big.gz", ReadingOptions.NONE.within(small));

            assertThat(problem.message()).contains("more than 40 bytes");
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 ...|is a PDF document",
                "<!DOCTYPE html><html>|is a web page",
                "  <html lang='en'>|is a web page",
                "<?xml version='1.0'?><rows/>|is an XML document",
                "{\\rtf1 x}|is a rich text document",
                "PAR1xxxx|is a Parquet file",
                "'  '|is empty"
            })
    void what_only_calls_itself_csv_is_refused_with_what_it_really_is(String content, String words) {
        Problem problem = refusal(content.getBytes(StandardCharsets.UTF_8), "spend.csv");

        assertThat(problem.type()).isEqualTo(ProblemType.FORMAT_ERROR);
        assertThat(problem.message()).startsWith("'spend.csv' " + words);
    }

    @Test
    void an_old_workbook_and_an_empty_file_are_refused_too() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertThat(refusal(ole, "spend.csv").message()).contains("old Excel workbook (.xls)");
        assertThat(refusal(new byte[0], "spend.csv").message()).contains("is empty");
    }

    private static Problem refusal(byte[] bytes, String name) {
        return Sent.refusal(bytes, name, ReadingOptions.NONE);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
