package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.layout.RecordLayout;

/** Damage within workbooks, within zip files and to budgets: a reading with all rows or a refusal in a sentence. */
class FuzzingOthersTests {

    private static final long SEED = 20260401;

    @TempDir
    private Path folder;

    @Test
    void budgets_in_several_columns() throws IOException {
        byte[] budgets = Sent.bytes(
                "Revenue outturn 2022-23,,,,",
                "\u00A3 thousand,,,,",
                "E-code,Local authority,\"Education",
                "services\",Highways,Total",
                "E1001,\"North, East\",10,20,30",
                "E1002,South,1.5,[x],1.5",
                ",England,11.5,20,31.5");

        int read = 0;
        for (int number = 0; number < 400; number++) {
            byte[] damaged = Damage.to(budgets, new Random(SEED + number));
            read += isReadWhole(damaged, "budgets.csv", Layouts.BUDGETS) ? 1 : 0;
        }

        assertThat(read).isBetween(1, 399);
    }

    @Test
    void parts_of_a_workbook_and_of_a_document() throws IOException {
        byte[] book = Books.of(contents -> {
            Books.sheet(
                    contents,
                    "Apr",
                    Books.cells("Date", "Supplier", "Amount"),
                    Books.cells(45748, "Acme & Co", 10.1),
                    Books.cells("02/04/2025", "Bolt", "\u00A31,200.50"));
            Books.sheet(contents, "Codes", Books.cells("Code", "Name"), Books.cells(1, "Roads"));
        });

        int read = 0;
        for (int number = 0; number < 150; number++) {
            byte[] damaged = withDamagedPart(book, new Random(SEED + number));
            read += isReadWhole(damaged, "book.xlsx", Layouts.PAYMENTS) ? 1 : 0;
        }

        assertThat(read).isBetween(1, 149);
    }

    @Test
    void a_text_within_a_zip() throws IOException {
        byte[] text = Sent.bytes("Date,Supplier,Amount", "21/04/2025,\"A, B\",1.00", "22/04/2025,C,2.00");

        int read = 0;
        for (int number = 0; number < 150; number++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("april.csv"));
                zip.write(Damage.to(text, new Random(SEED + number)));
            }
            read += isReadWhole(out.toByteArray(), "april.zip", Layouts.PAYMENTS) ? 1 : 0;
        }

        assertThat(read).isBetween(1, 149);
    }

    /** Whether it was read and each of its rows came out once; otherwise it was refused in a sentence. */
    private boolean isReadWhole(byte[] bytes, String name, RecordLayout layout) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try (FileReading reading = FileReading.open(file, name, layout, ReadingOptions.NONE)) {
            long[] last = {0};
            reading.forEach(outcome -> {
                assertThat(outcome.row()).isGreaterThan(last[0]);
                last[0] = outcome.row();
            });
            return true;
        } catch (FileRefused e) {
            assertThat(e.problem().message()).isNotBlank().endsWith(".");
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(name + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
        }
    }

    private byte[] withDamagedPart(byte[] book, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile whole =
                        new ZipFile(Files.write(folder.resolve("whole"), book).toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            List<? extends ZipEntry> entries = Collections.list(whole.entries());
            int hit = random.nextInt(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                byte[] part = whole.getInputStream(entries.get(i)).readAllBytes();
                zip.putNextEntry(new ZipEntry(entries.get(i).getName()));
                zip.write(i == hit ? damaged(part, random) : part);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] damaged(byte[] part, Random random) {
        byte[] bytes = part.clone();
        if (random.nextInt(6) == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        bytes[random.nextInt(bytes.length)] = (byte) "<>/\"&;=0129ctv".charAt(random.nextInt(14));
        return bytes;
    }
}
