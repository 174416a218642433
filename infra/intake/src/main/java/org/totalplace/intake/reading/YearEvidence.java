package org.totalplace.intake.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.MonthFigures;
import org.totalplace.intake.reading.cell.YearlessText;

/** What the cells of one column say that have months in six figures, or no year. */
final class YearEvidence {

    private final @Nullable Period period;
    private long cells;
    private long figures;
    private long closing;
    private long withinCalendar;
    private long withinFinancial;
    private long yearless;

    YearEvidence(@Nullable Period period) {
        this.period = period;
    }

    void add(String cell) {
        MonthFigures month = MonthFigures.of(cell);
        cells += cell.isEmpty() ? 0 : 1;
        if (month == null) {
            yearless += YearlessText.of(cell) == null ? 0 : 1;
            return;
        }
        LocalDate calendar = month.calendar();
        figures++;
        closing += calendar == null ? 1 : 0;
        if (period != null) {
            withinCalendar += calendar != null && period.contains(calendar) ? 1 : 0;
            withinFinancial += period.contains(month.financial()) ? 1 : 0;
        }
    }

    /** Whether most cells have a month in figures. */
    boolean hasFigures() {
        return figures > 0 && 2 * figures >= cells;
    }

    /** Whether any cell has no year. */
    boolean isYearless() {
        return yearless > 0;
    }

    /** Whether the figures are periods of financial years, by the period of the delivery or since some are after 12. */
    boolean isFinancial() {
        return withinFinancial == withinCalendar ? closing > 0 : withinFinancial > withinCalendar;
    }

    /** Whether neither the period nor the figures say which they are. */
    boolean isUnsettled() {
        return withinFinancial == withinCalendar;
    }
}
