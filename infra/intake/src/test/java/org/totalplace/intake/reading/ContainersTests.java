package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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
            assertThat(problem.message()).contains("holds 2 files: 'a.csv', 'b.csv'");
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
                "<html><table><tr><td>Date</td></tr></table></html>|is a web page with a table",
                "<!DOCTYPE html><form><table></table></form>|is a web page or a form",
                "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/>|is an XML spreadsheet",
                "<?xml version='1.0'?><B xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>|is an XML spreadsheet",
                "MIME-Version: 1.0|is an e-mail or a saved web page",
                "Rar!\u001A\u0007x|is an archive of a kind that is not unpacked",
                "GIF89a|is a picture"
            })
    void what_only_calls_itself_csv_is_refused_with_what_it_really_is(String content, String words) {
        Problem problem = refusal(content.getBytes(StandardCharsets.UTF_8), "spend.csv");

        assertThat(problem.type()).isEqualTo(ProblemType.FORMAT_ERROR);
        assertThat(problem.message()).startsWith("'spend.csv' " + words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Workbook|is an old Excel workbook (.xls)",
                "Book|is an old Excel workbook (.xls)",
                "EncryptedPackage|is protected by a password",
                "WordDocument|is an old Word document (.doc)",
                "Contents|is an old Excel workbook (.xls), another old Office document"
            })
    void an_old_office_document_is_refused_with_what_it_really_is(String stream, String words) {
        assertThat(refusal(compound(stream), "spend.csv").message()).startsWith("'spend.csv' " + words);
        assertThat(refusal(Arrays.copyOf(compound(stream), 40), "spend.csv").message())
                .contains("old Excel workbook (.xls)");
    }

    /** The head of a compound file whose directory stands in its second sector and names one stream. */
    private static byte[] compound(String stream) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * 512).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0xE11AB1A1E011CFD0L).putShort(30, (short) 9).putInt(48, 1);
        bytes.put(1024, "Root Entry".getBytes(StandardCharsets.UTF_16LE));
        bytes.put(1024 + 128, stream.getBytes(StandardCharsets.UTF_16LE));
        return bytes.array();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mimetype|application/vnd.oasis.opendocument.spreadsheet|is an OpenDocument spreadsheet (.ods)",
                "mimetype|application/epub+zip|is a document of the type application/epub+zip",
                "word/document.xml|x|is a Word document (.docx)",
                "ppt/presentation.xml|x|is a PowerPoint presentation",
                "xl/workbook.bin|x|is a binary Excel workbook (.xlsb)",
                "Index/Document.iwa|x|is an Apple Numbers document",
                "[Content_Types].xml|x|is an office document without an Excel workbook"
            })
    void a_document_that_is_a_zip_inside_is_refused_with_what_it_really_is(String entry, String text, String words)
            throws IOException {
        byte[] document = zip(entry, text.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(document, "spend.csv").message()).startsWith("'spend.csv' " + words);
        assertThat(refusal(gzip(document), "spend.csv").message()).startsWith("'spend.csv' " + words);
    }

    @Test
    void a_workbook_in_an_archive_is_read() throws IOException {
        for (byte[] packed : List.of(zip("spend.xlsx", workbook()), gzip(workbook()))) {
            Sent sent = Sent.of(packed, "spend.zip", Layouts.PAYMENTS, ReadingOptions.NONE);

            assertThat(sent.values("amount")).containsExactly("10.10");
            assertThat(sent.facts().container()).startsWith("xlsx in ");
        }
    }

    @Test
    void what_explains_the_data_may_lie_beside_them_and_is_told() throws IOException {
        byte[] zip = zip("spend.csv", CSV, "Licence.pdf", new byte[] {1}, "README.txt", new byte[] {2});

        Sent sent = Sent.of(zip, "spend.zip", Layouts.PAYMENTS, ReadingOptions.NONE);

        assertThat(sent.values("amount")).containsExactly("1.00", "2.00");
        assertThat(sent.problems())
                .extracting(Problem::message)
                .contains("'Licence.pdf' in the archive was not read.", "'README.txt' in the archive was not read.");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Total Place", "1.0")) {
            Worksheet sheet = book.newWorksheet("Apr");
            sheet.value(0, 0, "Date");
            sheet.value(0, 1, "Amount");
            sheet.value(1, 0, "21/04/2025");
            sheet.value(1, 1, 10.1);
        }
        return out.toByteArray();
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
