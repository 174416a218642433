package org.totalplace.intake.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.reading.cell.DateText;
import org.totalplace.intake.reading.cell.DayFigures;
import org.totalplace.intake.reading.cell.MonthFigures;
import org.totalplace.intake.reading.cell.MonthText;
import org.totalplace.intake.reading.cell.YearlessText;

/**
 * Reads days. Where two figures can each be the day or the month, the period that the file is about decides, then the
 * order that the column keeps; if the column keeps none, nothing is guessed.
 */
final class DayReader implements CellReader {

    private static final CellReading NO_DAY =
            new CellReading.Unread(ProblemType.TYPE_ERROR, "is not a day. Write it like 31/03/2025 or 2025-03-31.");
    private static final CellReading NO_CENTURY = new CellReading.Unread(
            ProblemType.AMBIGUOUS_DATE, "has a year of two figures, so that the century is unknown. Write all four.");
    private static final CellReading EITHER = new CellReading.Unread(
            ProblemType.AMBIGUOUS_DATE,
            "can be read with the day or with the month first, and this column has both. Write it like 2025-03-31.");

    private static final CellReading NO_YEAR = new CellReading.Unread(
            ProblemType.AMBIGUOUS_DATE,
            "has no year. Write it like 31/03/2025, or send the file with the period that it is about.");

    private final DateText text = new DateText();
    private final boolean withTime;
    private final boolean needsCentury;
    private final boolean takesMonths;
    private final @Nullable Period period;
    private final DateOrder order;
    private final boolean mixed;
    private final boolean swaps;
    private final Years years;
    private String last = "";
    private CellReading lastReading = NO_DAY;

    /**
     * What a column and its surroundings say of years.
     *
     * @param from first of the twelve months in which days without a year lie; null if nothing says it
     * @param inFigures whether most cells have months in figures
     * @param financial whether these count from April
     */
    record Years(@Nullable YearMonth from, boolean inFigures, boolean financial) {}

    /**
     * A reader of one column.
     *
     * @param mixed whether the column keeps to no order
     * @param swaps whether days that fit the period only in the other order are to be read in it
     */
    DayReader(Field field, @Nullable Period period, DateOrder order, boolean mixed, boolean swaps, Years years) {
        this.withTime = field.type() == FieldType.TIME;
        this.needsCentury = field.personal();
        this.takesMonths = field.type() == FieldType.DATE && field.required() && !field.personal();
        this.period = period;
        this.order = order;
        this.mixed = mixed;
        this.swaps = swaps;
        this.years = years;
    }

    @Override
    public CellReading read(String cell) {
        if (!cell.equals(last)) {
            lastReading = readFresh(cell);
            last = cell;
        }
        return lastReading;
    }

    private CellReading readFresh(String cell) {
        boolean read = text.read(cell);
        LocalDate figures = takesMonths && period != null ? DayFigures.of(cell) : null;
        if (figures != null
                && period != null
                && period.contains(figures)
                && !(read && period.contains(text.day(false)))) {
            return new CellReading.Read(figures);
        }
        if (!read) {
            CellReading month = takesMonths ? readMonth(cell) : null;
            CellReading lost = month == null ? CellReader.lost(cell) : month;
            return lost == null ? NO_DAY : lost;
        }
        if (needsCentury && text.hasShortYear()) {
            return NO_CENTURY;
        }
        if (text.form() != DateText.Form.FIGURES) {
            return new CellReading.Read(value(false));
        }
        boolean preferMonth = order == DateOrder.MONTH_FIRST;
        if (text.canBeDayFirst() && text.canBeMonthFirst()) {
            return readEither(preferMonth);
        }
        boolean monthFirst = text.canBeMonthFirst();
        return monthFirst == preferMonth
                ? new CellReading.Read(value(monthFirst))
                : doubted(monthFirst, "is written in another order than the rest of the column");
    }

    private @Nullable CellReading readMonth(String cell) {
        LocalDate month = MonthText.firstDay(cell);
        MonthFigures figures = month == null && years.inFigures() ? MonthFigures.of(cell) : null;
        YearlessText yearless = month == null ? YearlessText.of(cell) : null;
        if (figures != null) {
            month = years.financial() ? figures.financial() : figures.calendar();
        } else if (yearless != null) {
            month = years.from() == null ? null : yearless.within(years.from());
            return month == null ? NO_YEAR : new CellReading.Read(month);
        }
        return month == null ? null : new CellReading.Read(month);
    }

    private CellReading readEither(boolean preferMonth) {
        LocalDate preferred = text.day(preferMonth);
        LocalDate other = text.day(!preferMonth);
        if (preferred.equals(other)) {
            return new CellReading.Read(value(preferMonth));
        }
        if (period != null && period.contains(preferred) != period.contains(other)) {
            return period.contains(preferred)
                    ? new CellReading.Read(value(preferMonth))
                    : doubted(swaps != preferMonth, "falls within " + period + " only if day and month are swapped");
        }
        return mixed ? EITHER : new CellReading.Read(value(preferMonth));
    }

    private CellReading doubted(boolean monthFirst, String why) {
        return new CellReading.Doubted(
                value(monthFirst),
                ProblemType.AMBIGUOUS_DATE,
                why + "; it was read as " + text.day(monthFirst) + ". Check that this is the day meant.");
    }

    private Object value(boolean monthFirst) {
        LocalDateTime time = text.time(monthFirst);
        return withTime ? time : time.toLocalDate();
    }
}
