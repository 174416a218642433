package org.totalplace.journey.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A time during which a person was in one stage with one agency, without a gap as long as the method says. */
public record Era(String stage, String agency, LocalDate start, LocalDate end) {

    public String step() {
        return stage + "@" + agency;
    }

    /**
     * The eras of one person in the order of their start.
     *
     * @param touches of one person in the order of their start
     * @param gapDays a gap of so many days parts two eras
     */
    static List<Era> of(List<Touch> touches, int gapDays) {
        List<Era> eras = new ArrayList<>();
        for (Touch touch : touches) {
            int open = openFor(touch, eras, gapDays);
            if (open < 0) {
                eras.add(new Era(touch.stage(), touch.agency(), touch.start(), touch.end()));
            } else {
                eras.set(open, eras.get(open).until(touch.end()));
            }
        }
        return eras;
    }

    private static int openFor(Touch touch, List<Era> eras, int gapDays) {
        for (int i = eras.size() - 1; i >= 0; i--) {
            Era era = eras.get(i);
            if (era.stage.equals(touch.stage()) && era.agency.equals(touch.agency())) {
                return ChronoUnit.DAYS.between(era.end, touch.start()) < gapDays ? i : -1;
            }
        }
        return -1;
    }

    /** Whether the day is one of the era's. */
    boolean covers(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    private Era until(LocalDate day) {
        return day.isAfter(end) ? new Era(stage, agency, start, day) : this;
    }
}
