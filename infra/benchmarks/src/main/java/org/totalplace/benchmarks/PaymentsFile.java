package org.totalplace.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A clean payments file of any size, the same for the same seed. */
final class PaymentsFile {

    static final String HEADER =
            "Payment Date,Supplier Name,Net Amount,Service Area,Transaction Number,Capital or Revenue,Purpose\n";

    private static final long SEED = 11;
    private static final int PAYEES = 20_000;
    private static final int SERVICES = 40;

    private PaymentsFile() {}

    /** @param filler characters added to every row's purpose */
    static Path ofRows(Path file, long rows, int filler) throws IOException {
        Random chance = new Random(SEED);
        String more = "x".repeat(filler);
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write(HEADER);
            for (long row = 0; row < rows; row++) {
                text.write("2019-05-%02d,\"Supplier %d Services, Ltd\",%d.%02d,Service %d,TX%d,%s,Purpose %d %s\n"
                        .formatted(
                                1 + chance.nextInt(28),
                                chance.nextInt(PAYEES),
                                chance.nextInt(20_000),
                                chance.nextInt(100),
                                chance.nextInt(SERVICES),
                                row,
                                chance.nextInt(8) == 0 ? "Capital" : "Revenue",
                                chance.nextInt(500),
                                more));
            }
        }
        return file;
    }
}
