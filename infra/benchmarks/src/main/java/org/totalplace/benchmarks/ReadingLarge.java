package org.totalplace.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.reading.FileReading;
import org.totalplace.intake.reading.ReadingOptions;

/** Reads one file in a JVM of its own and prints {@code rows heap}: the rows it saw, and the most heap in use. */
final class ReadingLarge {

    private ReadingLarge() {}

    public static void main(String... file) throws Exception {
        AtomicLong rows = new AtomicLong();
        try (FileReading reading =
                FileReading.open(Path.of(file[0]), "large.csv", Layouts.PAYMENTS, ReadingOptions.NONE)) {
            reading.forEach(row -> rows.incrementAndGet());
        }
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.println(rows.get() + " " + heap);
    }
}
