package org.totalplace.intake.reading.cell;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time that may follow a day in a cell. */
final class TimeText {

    private static final ZoneId LOCAL = ZoneId.of("Europe/London");
    private static final int SECONDS_A_DAY = 86_400;
    private static final int NONE = -1;
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private int secondOfDay = NONE;
    private int offsetSeconds = NO_OFFSET;

    void clear() {
        secondOfDay = NONE;
        offsetSeconds = NO_OFFSET;
    }

    @Nullable
    LocalTime clock() {
        return secondOfDay == NONE ? null : LocalTime.ofSecondOfDay(secondOfDay);
    }

    /**
     * The moment as clocks in the United Kingdom show it; a time with a zone is converted, one without is taken as
     * it is.
     */
    LocalDateTime on(LocalDate day) {
        if (secondOfDay == NONE) {
            return day.atStartOfDay();
        }
        LocalDateTime time = day.atTime(LocalTime.ofSecondOfDay(secondOfDay));
        return offsetSeconds == NO_OFFSET
                ? time
                : time.atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds))
                        .atZoneSameInstant(LOCAL)
                        .toLocalDateTime();
    }

    /** The fraction of a day behind a spreadsheet's number; true if there is none or a good one. */
    boolean readFractionOfDay(Scanning scan) {
        if (scan.here() != '.') {
            return true;
        }
        scan.move();
        double fraction = 0;
        double weight = 0.1;
        while (scan.here() >= '0' && scan.here() <= '9') {
            fraction += weight * (scan.here() - '0');
            weight /= 10;
            scan.move();
        }
        secondOfDay = (int) Math.min(Math.round(fraction * SECONDS_A_DAY), SECONDS_A_DAY - 1L);
        return true;
    }

    /** Reads to the end of the cell; false if anything but a time is there. */
    boolean readRest(Scanning scan) {
        if (scan.atEnd()) {
            return true;
        }
        char c = scan.here();
        if (c != 'T' && c != 't' && c != ',' && !Cells.isSpace(c)) {
            return false;
        }
        scan.move();
        scan.skipSpace();
        return scan.atEnd() || (readClock(scan) && readZone(scan) && scan.atEnd());
    }

    private boolean readClock(Scanning scan) {
        int hourDigits = scan.digits();
        int hour = scan.number();
        if (hourDigits < 1 || hourDigits > 2 || scan.here() != ':') {
            return false;
        }
        scan.move();
        boolean good = scan.digits() == 2;
        int minute = scan.number();
        int second = 0;
        if (scan.here() == ':') {
            scan.move();
            good &= scan.digits() == 2;
            second = scan.number();
            skipFraction(scan);
        }
        scan.skipSpace();
        boolean afternoon = scan.moveOver("pm");
        if (afternoon || scan.moveOver("am")) {
            good &= hour >= 1 && hour <= 12;
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        secondOfDay = hour * 3600 + minute * 60 + second;
        return good && hour <= 23 && minute <= 59 && second <= 59;
    }

    private static void skipFraction(Scanning scan) {
        if (scan.here() == '.' || scan.here() == ',') {
            scan.move();
            scan.digits();
        }
    }

    private boolean readZone(Scanning scan) {
        scan.skipSpace();
        if (scan.moveOver("Z") || scan.moveOver("UTC") || scan.moveOver("GMT")) {
            offsetSeconds = 0;
        } else if (scan.moveOver("BST")) {
            offsetSeconds = 3600;
        } else if (scan.here() == '+' || scan.here() == '-') {
            return readOffset(scan);
        }
        return true;
    }

    private boolean readOffset(Scanning scan) {
        int sign = scan.here() == '-' ? -1 : 1;
        scan.move();
        int digits = scan.digits();
        int hours = digits == 4 ? scan.number() / 100 : scan.number();
        int minutes = digits == 4 ? scan.number() % 100 : 0;
        if (scan.here() == ':') {
            scan.move();
            digits = scan.digits() == 2 ? digits : 0;
            minutes = scan.number();
        }
        offsetSeconds = sign * (hours * 3600 + minutes * 60);
        return (digits == 2 || digits == 4) && hours <= 14 && minutes <= 59;
    }
}
