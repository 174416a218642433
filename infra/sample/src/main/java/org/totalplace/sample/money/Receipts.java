package org.totalplace.sample.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.totalplace.sample.place.Agency;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.sample.place.Resources;
import org.totalplace.sample.place.ServiceLine;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * What partners' own books show to have received from others: below zero, some days after the payment, now and then a
 * bank charge less, and one in six not at all.
 */
final class Receipts {

    private static final List<Source> ALL = Resources.table(Receipts.class, "receipts.csv").stream()
            .map(row -> new Source(
                    new AgencyCode(row.getField("giver")),
                    row.getField("service"),
                    new AgencyCode(row.getField("receiver")),
                    row.getField("line"),
                    row.getField("purpose")))
            .toList();

    private static final int MISSING = 6;
    private static final int CHARGED = 5;
    private static final Pence CHARGE = new Pence(45);
    private static final int LATEST = 30;

    private Receipts() {}

    private record Source(AgencyCode giver, String service, AgencyCode receiver, String line, String purpose) {}

    static Stream<Payment> of(Agency receiver, long seed) {
        return ALL.stream()
                .filter(source -> source.receiver().equals(receiver.code()))
                .flatMap(source -> of(source, seed).stream());
    }

    private static List<Payment> of(Source source, long seed) {
        Agency giver = Northmoor.place().agency(source.giver());
        ServiceLine line = line(Northmoor.place().agency(source.receiver()), source.line());
        Draw draw = Draw.of(seed, "receipts", source.giver(), source.service());
        List<Payment> receipts = new ArrayList<>();
        int number = 0;
        for (Payment paid : ServicePayments.of(line(giver, source.service()), seed)) {
            if (source.receiver().equals(paid.transferTo())) {
                number++;
                LocalDate day = paid.date().plusDays(draw.between(2, LATEST));
                Pence amount = number % CHARGED == 2 ? paid.amount().minus(CHARGE) : paid.amount();
                String name = draw.pickRanked(giver.printed());
                if (number % MISSING != 4 && !day.isAfter(Northmoor.YEAR.lastDay())) {
                    receipts.add(
                            new Payment(0, day, amount.negated(), name, giver.code(), line, source.purpose(), false));
                }
            }
        }
        return receipts;
    }

    private static ServiceLine line(Agency agency, String code) {
        return Northmoor.place().servicesOf(agency).stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(agency.code() + " has no service line " + code));
    }
}
