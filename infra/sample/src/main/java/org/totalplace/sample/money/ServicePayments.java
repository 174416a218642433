package org.totalplace.sample.money;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.totalplace.sample.place.Agency;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.sample.place.Resources;
import org.totalplace.sample.place.ServiceLine;
import org.totalplace.value.Pence;

/**
 * The year's payments of one service line: transfers to partners, monthly pay, and suppliers, which add up to
 * the line's total.
 */
final class ServicePayments {

    private static final List<String> REDACTIONS = Resources.lines(ServicePayments.class, "redactions.txt");
    private static final List<String> OUTSIDERS = Resources.lines(ServicePayments.class, "outsiders.txt");
    private static final LocalDate FIRST = Northmoor.YEAR.firstDay();
    private static final LocalDate LAST = Northmoor.YEAR.lastDay();

    private final ServiceLine line;
    private final Theme theme;
    private final Draw draw;

    /** A body that serves the nation prints whole pounds; the others print pence. */
    private final int penniesApart;

    private final List<Payment> payments = new ArrayList<>();

    private ServicePayments(ServiceLine line, Draw draw) {
        this.line = line;
        this.theme = Theme.named(line.theme());
        this.draw = draw;
        this.penniesApart = Northmoor.place().agency(line.agency()).share() == null ? 1 : 100;
    }

    static List<Payment> of(ServiceLine line, long seed) {
        return new ServicePayments(line, Draw.of(seed, "payments", line.agency(), line.code())).year();
    }

    private List<Payment> year() {
        Pence left = about(line.yearly());
        for (Transfer transfer : Transfer.outOf(line)) {
            left = left.minus(payOver(transfer, line.lines() == 0 ? transfer.yearly() : about(transfer.yearly())));
        }
        if (line.lines() == 0) {
            return payments;
        }
        Pence pay = printable(left.value() / 100 * theme.pay());
        payStaff(pay);
        paySuppliers(left.minus(pay));
        return payments;
    }

    /** Within 1.5 % of the amount. */
    private Pence about(Pence amount) {
        return printable(amount.value() / 10_000_000 * draw.between(9_850_000, 10_150_000));
    }

    private Pence printable(long pence) {
        return new Pence(pence / penniesApart * penniesApart);
    }

    private Pence payOver(Transfer transfer, Pence amount) {
        Agency payee = Northmoor.place().agency(transfer.payee());
        List<Pence> parts = split(amount, transfer.payments(), 0.05);
        for (int i = 0; i < parts.size(); i++) {
            LocalDate day = FIRST.plusDays(14 + 340L * i / parts.size());
            payments.add(new Payment(
                    0,
                    workday(day),
                    parts.get(i),
                    transfer.printed() == null ? draw.pickRanked(payee.printed()) : transfer.printed(),
                    payee.code(),
                    line,
                    transfer.purpose(),
                    false));
        }
        return amount;
    }

    private void payStaff(Pence amount) {
        if (amount.equals(Pence.ZERO)) {
            return;
        }
        List<Pence> months = split(amount, 12, 0.02);
        for (int month = 0; month < 12; month++) {
            LocalDate payday = workday(FIRST.plusMonths(month).withDayOfMonth(26));
            payments.add(new Payment(
                    0, payday, months.get(month), "Payroll Control Account", null, line, "Salaries and wages", false));
        }
    }

    private void paySuppliers(Pence amount) {
        List<Pence> parts = split(amount, line.lines(), 1.1);
        for (Pence part : parts) {
            boolean capital = draw.percent(theme.capital());
            Payment payment = new Payment(
                    0,
                    workday(draw.day(FIRST, LAST)),
                    part,
                    payee(),
                    null,
                    line,
                    draw.pickRanked(theme.categories()),
                    capital);
            if (part.value() % (2 * penniesApart) == 0 && draw.percent(1)) {
                payTwice(payment);
            } else if (draw.percent(1.2)) {
                payWithCredit(payment);
            } else {
                payments.add(payment);
            }
        }
    }

    /** Two genuine payments that look the same. */
    private void payTwice(Payment payment) {
        Payment half = payment.of(new Pence(payment.amount().value() / 2));
        payments.add(half);
        payments.add(half);
    }

    /** An invoice of a quarter more, and a credit note over the quarter. */
    private void payWithCredit(Payment payment) {
        Pence credit = printable(payment.amount().value() / 4);
        payments.add(payment.of(payment.amount().plus(credit)));
        if (!credit.equals(Pence.ZERO)) {
            payments.add(payment.of(credit.negated()));
        }
    }

    private String payee() {
        if (draw.percent(theme.redacted())) {
            return draw.pick(REDACTIONS);
        }
        return draw.percent(penniesApart == 1 ? 0.4 : 0) ? draw.pick(OUTSIDERS) : theme.supplier(draw);
    }

    private List<Pence> split(Pence amount, int parts, double spread) {
        long[] weights = new long[parts];
        for (int i = 0; i < parts; i++) {
            weights[i] = draw.skewed(spread);
        }

        List<Pence> amounts = new ArrayList<>(parts);
        for (Pence part : new Pence(amount.value() / penniesApart).split(weights)) {
            amounts.add(new Pence(part.value() * penniesApart));
        }
        return amounts;
    }

    private static LocalDate workday(LocalDate day) {
        LocalDate moved = day;
        while (moved.getDayOfWeek() == DayOfWeek.SATURDAY || moved.getDayOfWeek() == DayOfWeek.SUNDAY) {
            moved = moved.minusDays(1);
        }
        return moved.isBefore(FIRST) ? FIRST : moved;
    }
}
