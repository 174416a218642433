package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.intake.layout.Layouts;

/** Files with random damage are read or refused with a sentence; they never end in any other exception. */
class DamageTests {

    private static final int TRIES = 1500;
    private static final byte[] BYTES_THAT_MATTER =
            "\",;\n\r\0\t{}[]:'()-/.09aZ\u00E9".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path folder;

    @Test
    void delimited_text() throws IOException {
        damage(Sent.bytes(
                "\"Title, of it\",,",
                "Date,Supplier,Amount",
                "21/04/2025,\"A, \u00E9 Ltd\",\"1,200.50\"",
                "45720,B,(2)"));
    }

    @Test
    void json() throws IOException {
        damage(Sent.bytes(
                "[{\"Date\":\"2025-04-21\",\"Supplier\":[\"A\",\"B\"],\"Amount\":1.5e2},",
                "{\"Date\":\"x\",\"Amount\":null}]"));
    }

    @Test
    void gzip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(Sent.bytes("Date,Supplier,Amount", "21/04/2025,A,1.00"));
        }
        damage(out.toByteArray());
    }

    @Test
    void workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Total Place", "1.0")) {
            book.setCompressionLevel(0);
            Worksheet sheet = book.newWorksheet("Apr");
            sheet.value(0, 0, "Date");
            sheet.value(0, 1, "Supplier");
            sheet.value(0, 2, "Amount");
            sheet.value(1, 0, 45748);
            sheet.value(1, 1, "A");
            sheet.value(1, 2, 10.1);
        }
        damage(out.toByteArray());
    }

    private void damage(byte[] whole) throws IOException {
        Random random = new Random(20250421);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            Path file = Files.write(folder.resolve("damaged"), damaged(whole, random));
            try (FileReading reading = FileReading.open(file, "damaged.csv", Layouts.PAYMENTS, ReadingOptions.NONE)) {
                Outcomes.of(reading);
                read++;
            } catch (FileRefused e) {
                assertThat(e.problem().message()).isNotBlank();
                refused++;
            }
        }
        assertThat(read + refused).isEqualTo(TRIES);
        assertThat(refused).isPositive();
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
            bytes[random.nextInt(bytes.length)] = random.nextBoolean()
                    ? BYTES_THAT_MATTER[random.nextInt(BYTES_THAT_MATTER.length)]
                    : (byte) random.nextInt(256);
        }
        boolean cut = random.nextInt(10) == 0;
        return cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
