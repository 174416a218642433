package org.totalplace.sample.money;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.totalplace.sample.place.Delivery;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.value.Pence;

/**
 * The payments of one delivery.
 *
 * @param name     the part of the file's name that tells it apart
 * @param inForce  whether no later delivery of the feed replaces it
 * @param restates whether it replaces an earlier one
 */
record Slice(String name, String period, List<Payment> payments, boolean inForce, boolean restates) {

    /** The month that the police and crime commissioner delivers again. */
    static final YearMonth RESTATED = YearMonth.of(2024, 11);

    Slice {
        payments = List.copyOf(payments);
    }

    Pence total() {
        return payments.stream().map(Payment::amount).reduce(Pence.ZERO, Pence::plus);
    }

    /** The year as the agency delivers it: whole, by quarter, or by month with one month restated. */
    static List<Slice> of(String agency, List<Payment> year, long seed) {
        return switch (agency) {
            case "district" -> parts(year, 3);
            case "police" -> withRestatement(parts(year, 1), Draw.of(seed, "restatement"));
            default -> List.of(new Slice(Northmoor.YEAR.label(), Delivery.WHOLE_YEAR, year, true, false));
        };
    }

    private static List<Slice> parts(List<Payment> year, int months) {
        List<Slice> slices = new ArrayList<>();
        YearMonth first = YearMonth.from(Northmoor.YEAR.firstDay());
        for (int month = 0; month < 12; month += months) {
            YearMonth from = first.plusMonths(month);
            YearMonth to = from.plusMonths(months - 1L);
            List<Payment> payments = year.stream()
                    .filter(payment -> !payment.date().isBefore(from.atDay(1))
                            && !payment.date().isAfter(to.atEndOfMonth()))
                    .toList();
            String period = months == 1 ? from.toString() : from + "/" + to;
            slices.add(new Slice(period.replace('/', '_'), period, payments, true, false));
        }
        return slices;
    }

    private static List<Slice> withRestatement(List<Slice> months, Draw draw) {
        List<Slice> slices = new ArrayList<>();
        for (Slice month : months) {
            boolean restated = month.period().equals(RESTATED.toString());
            slices.add(restated ? month.mistaken(draw) : month);
        }
        for (Slice month : months) {
            if (month.period().equals(RESTATED.toString())) {
                slices.add(new Slice(month.name + "-restated", month.period, month.payments, true, true));
            }
        }
        return slices;
    }

    /** As first delivered: one payment in twenty with its amount out by a tenth, one in fifty left out. */
    private Slice mistaken(Draw draw) {
        List<Payment> wrong = new ArrayList<>();
        for (Payment payment : payments) {
            if (payment.transferTo() == null && draw.percent(5)) {
                wrong.add(payment.of(new Pence(payment.amount().value() / 10 * 11)));
            } else if (!draw.percent(2)) {
                wrong.add(payment);
            }
        }
        return new Slice(name, period, wrong, false, false);
    }
}
