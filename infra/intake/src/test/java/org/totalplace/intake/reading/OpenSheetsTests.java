package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.layout.Layouts;

/** OpenDocument spreadsheets, in which departments publish. */
class OpenSheetsTests {

    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String HEADER = "<table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell>"
            + "<table:table-cell><text:p>Supplier</text:p></table:table-cell>"
            + "<table:table-cell><text:p>Amount</text:p></table:table-cell></table:table-row>";

    private static String row(String day, String payee, String amount) {
        return "<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"" + day
                + "\"><text:p>shown otherwise</text:p></table:table-cell>"
                + "<table:table-cell office:value-type=\"string\">" + payee + "</table:table-cell>"
                + "<table:table-cell office:value-type=\"currency\" office:value=\"" + amount
                + "\"><text:p>\u00A3 rounded</text:p></table:table-cell>"
                + "<table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>";
    }

    private static String sheet(String name, String style, String rows) {
        return "<table:table table:name=\"" + name + "\" table:style-name=\"" + style + "\">" + rows
                + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
                + " table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
    }

    private static byte[] document(String... sheets) {
        return withManifest("", sheets);
    }

    private static byte[] withManifest(String manifest, String... sheets) {
        String content = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:automatic-styles>"
                + "<style:style style:name=\"seen\"><style:table-properties table:display=\"true\"/></style:style>"
                + "<style:style style:name=\"unseen\"><style:table-properties table:display=\"false\"/></style:style>"
                + "</office:automatic-styles><office:body><office:spreadsheet>" + String.join("", sheets)
                + "</office:spreadsheet></office:body></office:document-content>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            entry(out, "mimetype", TYPE);
            entry(out, "META-INF/manifest.xml", manifest);
            entry(out, "content.xml", content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Sent sent(byte[] document, String name) {
        return Sent.of(document, name, Layouts.PAYMENTS, ReadingOptions.NONE);
    }

    private static String paid(String payee) {
        return "<text:p>" + payee + "</text:p>";
    }

    @Test
    void numbers_and_days_are_read_as_stored_and_words_as_shown() {
        Sent sent = sent(
                document(sheet(
                        "April",
                        "seen",
                        HEADER
                                + row("2025-04-01", paid("Acme <text:span>&amp; Bolt</text:span> Ltd"), "1234.56")
                                + row(
                                        "2025-04-02T00:00:00",
                                        "<office:annotation>" + "<text:p>a remark</text:p></office:annotation>"
                                                + paid("Nut<text:s/>Ltd"),
                                        "-5"))),
                "spend.ods");

        assertThat(sent.facts().container()).isEqualTo("ods");
        assertThat(sent.values("date")).containsExactly("2025-04-01", "2025-04-02");
        assertThat(sent.values("payee")).containsExactly("Acme & Bolt Ltd", "Nut Ltd");
        assertThat(sent.values("amount")).containsExactly("1234.56", "-5.00");
        assertThat(sent.outcomes().refused()).isEmpty();
    }

    @Test
    void every_sheet_is_read_but_the_hidden_ones_which_are_told() {
        Sent sent = sent(
                document(
                        sheet(
                                "Cover",
                                "seen",
                                "<table:table-row><table:table-cell><text:p>Spend over \u00A325,000"
                                        + "</text:p></table:table-cell></table:table-row>"),
                        sheet("April", "seen", HEADER + row("2025-04-01", paid("Acme Ltd"), "1.00")),
                        sheet("Secret", "unseen", HEADER + row("2025-04-01", paid("Acme Ltd"), "99.00")),
                        sheet("May", "seen", HEADER + row("2025-05-01", paid("Bolt Ltd"), "2.00"))),
                "spend.ods");

        assertThat(sent.values("amount")).containsExactly("1.00", "2.00");
        assertThat(sent.problems())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("hidden sheet 'Secret'"));
    }

    @Test
    void a_sheet_that_adds_up_the_others_is_set_aside_rather_than_counted_twice() {
        String summary = "<table:table-row><table:table-cell><text:p>Supplier</text:p></table:table-cell>"
                + "<table:table-cell><text:p>Total</text:p></table:table-cell></table:table-row>"
                + "<table:table-row><table:table-cell><text:p>Acme Ltd</text:p></table:table-cell>"
                + "<table:table-cell office:value-type=\"float\" office:value=\"1.50\"/></table:table-row>";

        Sent sent = Sent.of(
                document(
                        sheet("Summary", "seen", summary),
                        sheet("April", "seen", HEADER + row("2025-04-01", paid("Acme Ltd"), "1.50"))),
                "spend.ods",
                Layouts.PAYMENTS,
                ReadingOptions.NONE.withPeriod(Period.parse("2025-04")));

        assertThat(sent.values("amount")).containsExactly("1.50");
        assertThat(sent.problems())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("'Summary'", "only adds up"));
    }

    @Test
    void rows_that_are_alike_are_separate_payments_though_they_are_stored_once() {
        String twice = row("2025-04-01", paid("Acme Ltd"), "1.00")
                .replaceFirst("<table:table-row>", "<table:table-row table:number-rows-repeated=\"2\">");

        Sent sent = sent(document(sheet("April", "seen", HEADER + twice)), "spend.ods");

        assertThat(sent.values("amount")).containsExactly("1.00", "1.00");
    }

    @Test
    void it_may_come_packed_or_under_another_name() {
        byte[] document = document(sheet("April", "seen", HEADER + row("2025-04-01", paid("Acme Ltd"), "1.00")));

        assertThat(sent(gzip(document), "spend.ods.gz").facts().container()).isEqualTo("ods in gzip");
        assertThat(sent(document, "spend.csv").values("amount")).containsExactly("1.00");
    }

    @Test
    void one_behind_a_password_is_refused_with_what_it_is() {
        Problem problem = Sent.refusal(
                withManifest("<manifest:encryption-data/>", sheet("April", "seen", HEADER)),
                "spend.ods",
                ReadingOptions.NONE);

        assertThat(problem.message()).contains("protected by a password");
    }

    @Test
    void a_damaged_one_is_refused_and_nothing_outside_of_it_is_fetched() {
        Problem broken = Sent.refusal(document("<table:table>"), "spend.ods", ReadingOptions.NONE);
        Problem entity = Sent.refusal(document("&outside;"), "spend.ods", ReadingOptions.NONE);

        assertThat(broken.message()).contains("damaged");
        assertThat(entity.message()).contains("damaged");
    }
}
