package org.totalplace.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.totalplace.value.Pence;

/** Reads the agencies' printed payments back, told for each where its columns are. */
final class PrintedPayments {

    /** One line as printed; {@code reference} left out, so that payments which look the same are equal. */
    record Printed(String date, String service, String payee, Pence amount, String category) {}

    private record Columns(
            int above, char separator, Charset charset, int date, int service, int payee, int amount, int category) {}

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern JSON =
            Pattern.compile("\"paymentDate\": \"(.*?)\".*\"supplier\": \"(.*?)\", \"service\": \"(.*?)\""
                    + ".*\"category\": \"(.*?)\", \"amount\": (.*?),");

    private PrintedPayments() {}

    static List<Printed> read(Path root, String agency, String file) throws IOException {
        Path path = root.resolve(file);
        return agency.equals("housing") ? lines(path) : rows(path, columns(agency));
    }

    private static Columns columns(String agency) {
        return switch (agency) {
            case "county" -> new Columns(1, ',', StandardCharsets.UTF_8, 2, 6, 5, 4, 8);
            case "district" -> new Columns(1, ',', WINDOWS, 3, 0, 7, 5, 2);
            case "nhs-trust", "icb" -> new Columns(1, ',', StandardCharsets.UTF_8, 2, 4, 6, 8, 3);
            case "police" -> new Columns(3, ',', StandardCharsets.UTF_8, 3, 0, 2, 6, 5);
            case "fire" -> new Columns(1, ';', StandardCharsets.UTF_8, 0, 3, 2, 6, 5);
            case "probation", "benefits" -> new Columns(1, ',', WINDOWS, 1, 3, 5, 7, 2);
            default -> throw new IllegalArgumentException(agency);
        };
    }

    private static List<Printed> rows(Path path, Columns columns) throws IOException {
        List<Printed> printed = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(columns.separator).ofCsvRecord(path, columns.charset)) {
            int row = 0;
            for (CsvRecord record : reader) {
                if (row++ >= columns.above && !record.getField(columns.date).isEmpty()) {
                    printed.add(new Printed(
                            record.getField(columns.date),
                            record.getField(columns.service),
                            record.getField(columns.payee),
                            pence(record.getField(columns.amount)),
                            record.getField(columns.category)));
                }
            }
        }
        return printed;
    }

    private static List<Printed> lines(Path path) throws IOException {
        List<Printed> printed = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            Matcher found = JSON.matcher(line);
            if (!found.find()) {
                throw new IllegalArgumentException(line);
            }
            printed.add(
                    new Printed(found.group(1), found.group(3), found.group(2), pence(found.group(5)), found.group(4)));
        }
        return printed;
    }

    private static Pence pence(String text) {
        boolean negative = text.startsWith("(") || text.startsWith("-") || text.endsWith("-");
        BigDecimal pounds = new BigDecimal(text.replaceAll("[^0-9.]", "")).setScale(2, RoundingMode.HALF_UP);
        return negative ? Pence.ofPounds(pounds).negated() : Pence.ofPounds(pounds);
    }
}
