package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.intake.layout.Layouts;

class EncodingsTests {

    private static final String FILE =
            "Payment Date,Supplier Name,Amount\n21/04/2025,Caf\u00E9 M\u00F4n \u2013 Ltd,\u00A312.50\n";
    private static final String PAYEE = "Caf\u00E9 M\u00F4n \u2013 Ltd";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "UTF-8, '', UTF-8",
        "UTF-8, '\uFEFF', UTF-8 with BOM",
        "windows-1252, '', windows-1252",
        "UTF-16LE, '\uFEFF', UTF-16LE with BOM",
        "UTF-16BE, '\uFEFF', UTF-16BE with BOM",
        "UTF-16LE, '', UTF-16LE",
        "UTF-16BE, '', UTF-16BE"
    })
    void text_is_the_same_in_every_encoding(String charset, String mark, String told) {
        Sent sent = sent((mark + FILE).getBytes(Charset.forName(charset)));

        assertThat(sent.values("payee")).containsExactly(PAYEE);
        assertThat(sent.values("amount")).containsExactly("12.50");
        assertThat(sent.facts().encoding()).isEqualTo(told);
    }

    @Test
    void lines_of_two_encodings_are_each_read_as_what_they_are_and_it_is_told() {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(FILE.getBytes(Charset.forName("windows-1252")));
        both.writeBytes("22/04/2025,Caf\u00E9 \uD83D\uDE00,1\n".getBytes(StandardCharsets.UTF_8));

        Sent sent = sent(both.toByteArray());

        assertThat(sent.values("payee")).containsExactly(PAYEE, "Caf\u00E9 \uD83D\uDE00");
        assertThat(sent.problemTypes()).containsExactly(ProblemType.ENCODING_ERROR);
    }

    @Test
    void bytes_that_mean_nothing_do_not_refuse_the_file_but_are_told() {
        byte[] bytes = FILE.replace("\u00F4", "\u00FE").getBytes(Charset.forName("windows-1252"));
        bytes[FILE.indexOf("\u00F4")] = (byte) 0x81;

        Sent sent = sent(bytes);

        assertThat(sent.values("payee")).containsExactly("Caf\u00E9 M\uFFFDn \u2013 Ltd");
        assertThat(sent.problems().getFirst().message()).startsWith("1 bytes mean nothing in Windows-1252");
    }

    @Test
    void characters_lost_before_sending_are_told() {
        Sent sent = sent(FILE.replace("\u00F4", "\uFFFD").getBytes(StandardCharsets.UTF_8));

        assertThat(sent.problems().getFirst().message()).contains("already lost");
    }

    @Test
    void an_accent_far_down_a_long_file_is_still_seen() {
        String rows = "21/04/2025,Plain Ltd,1.00\n".repeat(20_000);
        byte[] bytes = ("Payment Date,Supplier Name,Amount\n" + rows + "21/04/2025,Caf\u00E9,1.00\n")
                .getBytes(Charset.forName("windows-1252"));

        Sent sent = sent(bytes);

        assertThat(sent.values("payee")).hasSize(20_001).endsWith("Caf\u00E9");
        assertThat(sent.facts().encoding()).isEqualTo("windows-1252");
    }

    @Test
    void a_file_with_zero_bytes_is_no_text() {
        Problem problem = Sent.refusal(
                "Date,Amount\n21/04/2025,\0\n".getBytes(StandardCharsets.UTF_8), "x.csv", ReadingOptions.NONE);

        assertThat(problem.type()).isEqualTo(ProblemType.ENCODING_ERROR);
        assertThat(problem.message()).contains("is no text");
    }

    private static Sent sent(byte[] bytes) {
        return Sent.of(bytes, "payments.csv", Layouts.PAYMENTS, ReadingOptions.NONE);
    }
}
