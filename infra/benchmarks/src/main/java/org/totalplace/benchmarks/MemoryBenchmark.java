package org.totalplace.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.totalplace.local.process.JavaProgram;

/** Whether memory stays bounded: a large file through the reader and through the running service, at 256 MB of heap. */
final class MemoryBenchmark implements Benchmark {

    private static final long MEGABYTE = 1 << 20;
    private static final int FILLER = 45;
    private static final long BYTES_A_ROW = 138;
    private static final String HEAP = "-Xmx256m";

    private final long megabytes;

    MemoryBenchmark(long megabytes) {
        this.megabytes = megabytes;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String question() {
        return "Does a file of " + megabytes + " MB go in at " + HEAP + ", and what is the most memory in use?";
    }

    @Override
    public List<Figure> run() throws Exception {
        Path file = Files.createTempFile("total-place-large", ".csv");
        try {
            PaymentsFile.ofRows(file, megabytes * MEGABYTE / BYTES_A_ROW, FILLER);
            double size = Files.size(file) / (double) MEGABYTE;
            System.out.printf("A file of %.0f MB%n", size);
            long begun = System.nanoTime();
            String[] read = read(file);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double heap = Long.parseLong(read[1]) / (double) MEGABYTE;
            return List.of(
                    Figure.alone("memory", "read by the reader", Long.parseLong(read[0]) / seconds, "rows/s"),
                    Figure.against("memory", "most heap of the reader", heap, "MB", "the size of the file", size),
                    throughTheService(file, size));
        } finally {
            Files.delete(file);
        }
    }

    private static String[] read(Path file) throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(JavaProgram.onOwnClassPath(
                        List.of(HEAP, "-XX:+UseSerialGC"), ReadingLarge.class.getName(), file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (reader.waitFor() != 0) {
            throw new IllegalStateException("The reader ended with " + reader.exitValue());
        }
        return printed.strip().lines().toList().getLast().split(" ");
    }

    private static Figure throughTheService(Path file, double size) throws Exception {
        try (SpendService service = SpendService.start(HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")) {
            service.register("large");
            service.deliver("large", "2019-05", file);
            double resident = residentMb(service.pid()).orElse(Double.NaN);
            return Figure.against(
                    "memory", "most resident memory of the service", resident, "MB", "the size of the file", size);
        }
    }

    /** The high-water mark of a process's memory, where the kernel tells it. */
    private static Optional<Double> residentMb(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return Optional.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }
}
