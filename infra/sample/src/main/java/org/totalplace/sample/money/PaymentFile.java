package org.totalplace.sample.money;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.OutputFolder;
import org.totalplace.value.Pence;

/** Prints payments to a file as their agency does. */
final class PaymentFile {

    private PaymentFile() {}

    static Delivery write(OutputFolder out, String agency, Slice slice) throws IOException {
        Pence total = slice.total();
        boolean lines = agency.equals("housing");
        String file = "feeds/spend/%s-payments-%s.%s".formatted(agency, slice.name(), lines ? "ndjson" : "csv");
        if (lines) {
            printLines(out, file, slice.payments());
        } else {
            print(out, file, PaymentStyles.of(agency), slice.payments(), total);
        }
        String mediaType = lines ? Delivery.NDJSON : Delivery.CSV;
        return new Delivery(file, mediaType, slice.period(), slice.payments().size(), total, slice.restates());
    }

    private static void printLines(OutputFolder out, String file, List<Payment> payments) throws IOException {
        try (Writer writer = out.text(file, StandardCharsets.UTF_8)) {
            for (Payment payment : payments) {
                writer.write(PaymentStyles.housing(payment));
                writer.write('\n');
            }
        }
    }

    private static void print(OutputFolder out, String file, PaymentStyle style, List<Payment> payments, Pence total)
            throws IOException {
        Writer text = out.text(file, style.charset());
        if (style.byteOrderMark()) {
            text.write('\ufeff');
        }
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(style.separator())
                .lineDelimiter(style.lineEnd())
                .build(text)) {
            style.titles().forEach(csv::writeRecord);
            csv.writeRecord(style.header());
            payments.forEach(payment -> csv.writeRecord(style.row().apply(payment)));
            for (List<String> row : style.tail()) {
                csv.writeRecord(row.stream()
                        .map(cell -> cell.equals(PaymentStyle.TOTAL) ? Amounts.withSign(total) : cell)
                        .toList());
            }
        }
    }
}
