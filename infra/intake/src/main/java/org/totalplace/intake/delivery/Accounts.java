package org.totalplace.intake.delivery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.cell.MonthText;
import org.totalplace.intake.reading.matrix.Part;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * What is counted while a delivery is read. Rows read = accepted + refused + blank, always; titles and totals are no
 * records and stand beside them.
 */
final class Accounts {

    private static final int EXAMPLES = 5;
    /** A month with less than this share of the rows of the fullest one holds stray dates and is not of the period. */
    private static final double STRAY = 0.1;

    private long accepted;
    private long refused;
    private long blank;
    private long setAside;
    private Pence acceptedAmount = Pence.ZERO;
    private Pence refusedAmount = Pence.ZERO;
    private boolean amounts;
    private PayeesSaid payees = PayeesSaid.NONE;
    private final TreeSet<FinancialYear> years = new TreeSet<>();
    private final Map<YearMonth, Long> months = new TreeMap<>();
    private final Map<ProblemType, Group> problems = new EnumMap<>(ProblemType.class);

    /** Problems of one type: how many, and the first of them. */
    record Group(long count, List<Problem> examples) {}

    void accept(@Nullable Pence amount, @Nullable LocalDate day) {
        accepted++;
        if (amount != null) {
            acceptedAmount = acceptedAmount.plus(amount);
            amounts = true;
        }
        if (day != null) {
            months.merge(YearMonth.from(day), 1L, Long::sum);
        }
    }

    /** Notes what the accepted records say of their payees. */
    void payees(PayeesSaid said) {
        payees = said;
    }

    PayeesSaid payees() {
        return payees;
    }

    /** Notes the years of a row whose amounts carry years instead of days. */
    void cover(List<Part> parts) {
        parts.forEach(part -> years.add(part.year()));
    }

    /** From the first to the last year that amounts are of; null without any. */
    @Nullable
    Period years() {
        return years.isEmpty()
                ? null
                : new Period(years.first().firstDay(), years.last().lastDay());
    }

    void refuse(@Nullable Pence readable) {
        refused++;
        if (readable != null) {
            refusedAmount = refusedAmount.plus(readable);
            amounts = true;
        }
    }

    void blank() {
        blank++;
    }

    void setAside() {
        setAside++;
    }

    void tell(Problem problem) {
        problems.compute(problem.type(), (type, group) -> {
            List<Problem> examples = group == null ? new ArrayList<>() : group.examples();
            if (examples.size() < EXAMPLES) {
                examples.add(problem);
            }
            return new Group(group == null ? 1 : group.count() + 1, examples);
        });
    }

    long read() {
        return accepted + refused + blank;
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    long blankRows() {
        return blank;
    }

    long setAsideRows() {
        return setAside;
    }

    /** Whether the records carry money at all. */
    boolean hasAmounts() {
        return amounts;
    }

    Pence acceptedAmount() {
        return acceptedAmount;
    }

    Pence refusedAmount() {
        return refusedAmount;
    }

    Map<ProblemType, Group> problems() {
        return problems;
    }

    /** The month that a file's name tells, where most rows are of it; else the months that its rows tell. */
    @Nullable
    Period period(String file) {
        YearMonth named = MonthText.month(file);
        return named != null && isMostlyOf(named) ? new Period(named.atDay(1), named.atEndOfMonth()) : period();
    }

    /** From the first to the last month that holds more than stray rows; null without dates. */
    @Nullable
    Period period() {
        long fullest = months.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<YearMonth> held = months.entrySet().stream()
                .filter(month -> month.getValue() >= fullest * STRAY)
                .map(Map.Entry::getKey)
                .toList();
        return held.isEmpty()
                ? null
                : new Period(held.getFirst().atDay(1), held.getLast().atEndOfMonth());
    }

    private boolean isMostlyOf(YearMonth month) {
        long dated = months.values().stream().mapToLong(Long::longValue).sum();
        return 2 * months.getOrDefault(month, 0L) > dated;
    }

    /** Accepted rows that are dated in months of the period. */
    long rowsIn(Period period) {
        return months.entrySet().stream()
                .filter(month -> period.contains(month.getKey().atDay(1))
                        || period.contains(month.getKey().atEndOfMonth()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
