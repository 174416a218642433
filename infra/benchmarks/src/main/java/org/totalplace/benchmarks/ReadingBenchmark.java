package org.totalplace.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipInputStream;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.reading.FileReading;
import org.totalplace.intake.reading.ReadingOptions;

/** How fast a payments file is read, mapped and checked. */
final class ReadingBenchmark implements Benchmark {

    private static final int RUNS = 5;

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public String question() {
        return "How many rows a second are read, mapped and checked, against the CSV library alone on the same file?";
    }

    @Override
    public List<Figure> run() throws Exception {
        Path file = Inputs.payments();
        double plain = best(() -> plainRows(file));
        double checked = best(() -> checkedRows(file));
        return List.of(
                Figure.against("reading", "rows read and checked", checked, "rows/s", "CSV library alone", plain));
    }

    private static double best(Callable<Long> pass) throws Exception {
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            long rows = pass.call();
            best = Math.max(best, rows * 1e9 / (System.nanoTime() - begun));
        }
        return best;
    }

    private static long checkedRows(Path file) throws Exception {
        AtomicLong rows = new AtomicLong();
        try (FileReading reading =
                FileReading.open(file, file.getFileName().toString(), Layouts.PAYMENTS, ReadingOptions.NONE)) {
            reading.forEach(row -> rows.incrementAndGet());
        }
        return rows.get();
    }

    private static long plainRows(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            boolean zipped = file.toString().endsWith(".zip") && zip.getNextEntry() != null;
            Reader text = new InputStreamReader(zipped ? zip : Files.newInputStream(file), StandardCharsets.UTF_8);
            try (var records = CsvReader.builder().ofCsvRecord(text)) {
                return records.stream().count();
            }
        }
    }
}
