package org.totalplace.sample.money;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.totalplace.sample.place.Agency;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.Feed;
import org.totalplace.sample.place.Json;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.sample.place.OutputFolder;

/** Writes every agency's payments, with the true transfers and control totals beside them. */
public final class MoneyFeeds {

    private static final List<String> TRANSFER_COLUMNS =
            List.of("agency", "payeeAgency", "feed", "file", "row", "amount", "payee", "payment", "inForce", "status");

    private MoneyFeeds() {}

    /** @return the feeds, in the order to load in */
    public static List<Feed> write(OutputFolder out, long seed) throws IOException {
        ControlTotals totals = new ControlTotals();
        List<Feed> feeds = new ArrayList<>();
        try (CsvWriter transfers = out.csv("truth/transfers.csv", TRANSFER_COLUMNS)) {
            for (Agency agency : Northmoor.place().spenders()) {
                feeds.add(writeYear(out, agency, seed, totals, transfers));
            }
        }
        out.write("truth/control-totals.json", Json.page(totals.json()));
        return feeds;
    }

    private static Feed writeYear(OutputFolder out, Agency agency, long seed, ControlTotals totals, CsvWriter transfers)
            throws IOException {
        String code = agency.code().value();
        String feed = code + "-payments";
        List<Delivery> deliveries = new ArrayList<>();
        for (Slice slice : Slice.of(code, year(agency, seed), seed)) {
            Delivery delivery = PaymentFile.write(out, code, slice);
            deliveries.add(delivery);
            noteTransfers(feed, delivery, slice, transfers);
            totals.add(agency, delivery, slice);
        }
        String how = code.equals("fire") ? "pull" : "push";
        return new Feed(feed, "spend", agency.code(), "payments", "accept-good-rows", how, deliveries);
    }

    private static List<Payment> year(Agency agency, long seed) {
        List<Payment> year = Stream.concat(
                        Northmoor.place().servicesOf(agency).stream()
                                .flatMap(line -> ServicePayments.of(line, seed).stream()),
                        Receipts.of(agency, seed))
                .sorted(Comparator.comparing(Payment::date))
                .toList();
        List<Payment> numbered = new ArrayList<>(year.size());
        for (Payment payment : year) {
            numbered.add(payment.numbered(numbered.size() + 1));
        }
        return numbered;
    }

    private static void noteTransfers(String feed, Delivery delivery, Slice slice, CsvWriter transfers) {
        int row = 0;
        for (Payment payment : slice.payments()) {
            row++;
            if (payment.transferTo() != null) {
                transfers.writeRecord(
                        payment.service().agency().value(),
                        payment.transferTo().value(),
                        feed,
                        delivery.file(),
                        String.valueOf(row),
                        payment.amount().toString(),
                        payment.payee(),
                        String.valueOf(payment.number()),
                        String.valueOf(slice.inForce()),
                        Northmoor.place().isCounted(payment.transferTo()) ? "eliminated" : "one-sided");
            }
        }
    }
}
