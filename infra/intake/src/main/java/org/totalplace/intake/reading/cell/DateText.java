package org.totalplace.intake.reading.cell;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads one cell after another as a day, with or without a time. Not for use by several threads: it holds the cell
 * that it read last, so that nothing is allocated for the many cells of a file.
 */
public final class DateText {

    /** How a day is written. */
    public enum Form {
        /** Year, month, day. */
        YEAR_FIRST,
        /** With the name of the month. */
        NAMED_MONTH,
        /** Two figures and a year: only the file or its period can tell which is the day. */
        FIGURES,
        /** Days since the end of 1899, as spreadsheets count. */
        SERIAL
    }

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 80_000;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2150;
    /** Two figures up to this are of this century. */
    private static final int LAST_SHORT_YEAR_OF_THIS_CENTURY = 69;

    private final Scanning scan = new Scanning();
    private final TimeText timeText = new TimeText();
    private Form form = Form.YEAR_FIRST;
    private int year;
    private int first;
    private int second;
    private int serial;
    private boolean shortYear;

    /** Reads a stripped cell; false if it is no day. */
    public boolean read(String cell) {
        scan.start(cell);
        timeText.clear();
        shortYear = false;
        return readDay() && timeText.readRest(scan) && isReal();
    }

    public Form form() {
        return form;
    }

    /** Whether the year was written with two figures, so that the century is a guess. */
    public boolean hasShortYear() {
        return shortYear;
    }

    /** Whether the first figure, of two, can be the day. */
    public boolean canBeDayFirst() {
        return isDay(year, second, first);
    }

    /** Whether the first figure, of two, can be the month. */
    public boolean canBeMonthFirst() {
        return isDay(year, first, second);
    }

    /** The day; of {@link Form#FIGURES} in the order told. */
    public LocalDate day(boolean monthFirst) {
        return time(monthFirst).toLocalDate();
    }

    /** The day with its time, which is midnight if there is none, as clocks in the United Kingdom show it. */
    public LocalDateTime time(boolean monthFirst) {
        LocalDate day = form == Form.SERIAL
                ? SERIAL_ZERO.plusDays(serial)
                : monthFirst || form != Form.FIGURES
                        ? LocalDate.of(year, first, second)
                        : LocalDate.of(year, second, first);
        return timeText.on(day);
    }

    /** The time of day that was read, or null. */
    public @Nullable LocalTime clock() {
        return timeText.clock();
    }

    private boolean isReal() {
        return form == Form.SERIAL || canBeMonthFirst() || (form == Form.FIGURES && canBeDayFirst());
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private boolean readDay() {
        scan.skipWeekday();
        int digits = scan.digits();
        int number = scan.number();
        return switch (digits) {
            case 0 -> readMonthName();
            case 1, 2 -> readAfterFigure(number);
            case 4 -> readAfterYear(number);
            case 5 -> readSerial(number);
            case 8 -> readCompact(number);
            default -> false;
        };
    }

    private boolean readMonthName() {
        int month = scan.month();
        scan.separator();
        int digits = scan.digits();
        int day = scan.number();
        scan.ordinal();
        return month > 0
                && digits >= 1
                && digits <= 2
                && scan.separator()
                && readYear()
                && set(Form.NAMED_MONTH, month, day);
    }

    private boolean readAfterFigure(int figure) {
        scan.ordinal();
        boolean separated = scan.separator();
        int digits = scan.digits();
        if (digits == 0) {
            int month = scan.month();
            scan.separator();
            return month > 0 && readYear() && set(Form.NAMED_MONTH, month, figure);
        }
        int other = scan.number();
        return separated && digits <= 2 && scan.separator() && readYear() && set(Form.FIGURES, figure, other);
    }

    private boolean readYear() {
        int digits = scan.digits();
        year = scan.number();
        if (digits == 2) {
            shortYear = true;
            year += year <= LAST_SHORT_YEAR_OF_THIS_CENTURY ? 2000 : 1900;
        }
        return digits == 2 || digits == 4;
    }

    private boolean readAfterYear(int number) {
        year = number;
        if (!scan.separator()) {
            return false;
        }
        int digits = scan.digits();
        int month = digits == 0 ? scan.month() : scan.number();
        boolean separated = scan.separator();
        int dayDigits = scan.digits();
        return separated
                && digits <= 2
                && dayDigits >= 1
                && dayDigits <= 2
                && set(Form.YEAR_FIRST, month, scan.number());
    }

    private boolean readSerial(int number) {
        serial = number;
        form = Form.SERIAL;
        return number >= FIRST_SERIAL && number <= LAST_SERIAL && timeText.readFractionOfDay(scan);
    }

    private boolean readCompact(int number) {
        year = number / 10_000;
        set(Form.YEAR_FIRST, number / 100 % 100, number % 100);
        if (canBeMonthFirst()) {
            return true;
        }
        year = number % 10_000;
        return set(Form.FIGURES, number / 1_000_000, number / 10_000 % 100);
    }

    private boolean set(Form found, int one, int two) {
        form = found;
        first = one;
        second = two;
        return true;
    }
}
