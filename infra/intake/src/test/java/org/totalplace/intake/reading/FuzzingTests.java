package org.totalplace.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.value.Pence;

/**
 * The heads of real files, where they lie beside the project, and files in their styles, each with several kinds of
 * damage. Whatever comes out is a reading or a refusal; nothing is lost of a reading, and it comes out the same twice.
 */
class FuzzingTests {

    private static final int CASES = 10_000;
    private static final int HEAD = 2_000;
    private static final long SEED = 20250421;
    /** Two are read in under a millisecond; this is for a machine that does much else. */
    private static final long MOST_NANOS = 5_000_000_000L;

    private static final int DATE = Layouts.PAYMENTS.indexOf("date");
    private static final int AMOUNT = Layouts.PAYMENTS.indexOf("amount");
    private static final ReadingOptions APRIL = ReadingOptions.NONE.withPeriod(Period.parse("2025-04"));

    @TempDir
    private Path folder;

    @Test
    void ten_thousand_damaged_files_are_read_whole_or_refused() throws IOException {
        List<byte[]> heads = heads();
        int read = 0;
        for (int number = 0; number < CASES; number++) {
            Random random = new Random(SEED + number);
            byte[] damaged = Damage.to(heads.get(number % heads.size()), random);
            long start = System.nanoTime();
            try {
                String once = outcome(damaged, number);
                read += once.startsWith("read") ? 1 : 0;
                if (number % 10 == 0) {
                    assertThat(outcome(damaged, number)).isEqualTo(once);
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "Case " + number + " (" + e + "): " + Arrays.toString(Arrays.copyOf(damaged, 200)), e);
            }
            assertThat(System.nanoTime() - start).as("time of case " + number).isLessThan(MOST_NANOS);
        }
        assertThat(read).isBetween(CASES / 4, CASES - 1);
    }

    /** What came of it, in a text that is the same for the same. */
    private String outcome(byte[] bytes, int number) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        ReadingOptions options = number % 3 == 0 ? APRIL : ReadingOptions.NONE;
        try (FileReading reading = FileReading.open(file, "damaged.csv", Layouts.PAYMENTS, options)) {
            Counts counts = new Counts();
            reading.forEach(counts::add);
            long header = reading.facts().headerRow();
            assertThat(counts.rows)
                    .as("rows with an outcome")
                    .isEqualTo(counts.last - (header > 0 && header < counts.last ? 1 : 0));
            assertThat(counts.accepted.pounds()).isEqualByComparingTo(counts.sum);
            return "read " + counts.rows + " " + counts.accepted + " " + counts.refused + " " + reading.mapping()
                    + reading.fileProblems();
        } catch (FileRefused e) {
            assertThat(e.problem().message()).isNotBlank().endsWith(".");
            return "refused " + e.getMessage();
        }
    }

    private static final class Counts {
        private long rows;
        private long last;
        private Pence accepted = Pence.ZERO;
        private Pence refused = Pence.ZERO;
        private BigDecimal sum = BigDecimal.ZERO;

        void add(RowOutcome outcome) {
            assertThat(outcome.row()).isGreaterThan(last);
            rows++;
            last = outcome.row();
            switch (outcome) {
                case RowOutcome.Accepted row -> {
                    accepted = accepted.plus(Objects.requireNonNull(row.values().amount(AMOUNT)));
                    sum = sum.add(Objects.requireNonNull(row.values().number(AMOUNT)));
                    assertThat(row.values().date(DATE)).isNotNull();
                }
                case RowOutcome.Refused row -> {
                    assertThat(row.problems())
                            .isNotEmpty()
                            .allMatch(problem -> !problem.message().isBlank());
                    refused = row.amount() == null ? refused : refused.plus(row.amount());
                }
                case RowOutcome.Blank row -> assertThat(row.row()).isPositive();
                case RowOutcome.SetAside row -> assertThat(row.cells()).isNotNull();
            }
        }
    }

    private static List<byte[]> heads() throws IOException {
        List<byte[]> heads = new ArrayList<>();
        heads.addAll(styles());
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared").resolve("data"))) {
            folder = folder.getParent();
        }
        if (folder != null) {
            try (Stream<Path> files =
                    Files.list(folder.resolve("shared").resolve("data").resolve("spend"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                        .sorted()
                        .toList()) {
                    heads.add(headOf(file));
                }
            }
        }
        return heads;
    }

    private static byte[] headOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            int end = head.length;
            while (end > 1 && head[end - 1] != '\n' && head[end - 1] != '\r') {
                end--;
            }
            return Arrays.copyOf(head, end > 1 ? end : head.length);
        }
    }

    private static List<byte[]> styles() {
        String department = "Department Family,Entity,Date,Expense Type,Expense Area,Supplier,Transaction No, Amount \n"
                + "Example,Core,21/04/2025,Rent,Estates,\"A, B & Co\",100,\" 1,200.50 \"\n"
                + "Example,Core,22/04/2025,Legal,Policy,C \u00A3 Ltd,101,(978.00)\n".repeat(4)
                + ",,,,,,,\n".repeat(3)
                + ",,,,,,,-2711.50\n";
        String district = "Spend over \u00A3500\r\n\r\nService;Date Paid;Name;Net;VAT\r\n"
                + "Parks;03/04/2025;\"Line\r\nbreak Ltd\";12.50-;2.50\r\n".repeat(3)
                + "Parks Total;;;-37.50;\r\n";
        String json = "[{\"Date\":\"2025-04-21\",\"Supplier\":\"A\",\"Amount\":1.5e2},"
                + "{\"Date\":\"2025-04-22\",\"Supplier\":null,\"Amount\":\"2\"}]";
        return List.of(
                department.getBytes(Charset.forName("windows-1252")),
                district.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + department.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
