package org.totalplace.sample.outcomes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.totalplace.sample.place.Draw;
import org.totalplace.sample.place.Northmoor;

/**
 * How one measure of one resident moves over the year: a first value and a last one between which the planted
 * effect of support lies, with noise about it, so that most get better and some do not.
 */
record Progress(Measure measure, List<Reading> readings, int planted) {

    record Reading(LocalDate day, int value) {}

    /** @param supported whether the resident had support, which moves the value by the measure's effect */
    static Progress of(Measure measure, boolean supported, int times, Draw draw) {
        int planted = supported ? measure.effect() : 0;
        List<Reading> readings = new ArrayList<>();
        LocalDate day = Northmoor.YEAR.firstDay().plusDays(draw.between(0, 120));
        double first = first(measure, draw);
        double drift = measure.yesOrNo() ? 0 : draw.normal() * spread(measure) * 0.5;
        for (int time = 0; time < times; time++) {
            double gone = times == 1 ? 0 : (double) time / (times - 1);
            double value =
                    measure.yesOrNo() ? yes(first, planted * gone, draw) : (first + (planted + drift) * gone) / 10;
            readings.add(new Reading(day, clamp(measure, value)));
            day = day.plusDays(draw.between(60, 115));
        }
        return new Progress(measure, List.copyOf(readings), planted);
    }

    /**
     * Tenths; for yes or no a draw between 0 and 10 that is yes below the chance of yes, the same for every
     * reading of the resident.
     */
    private static double first(Measure measure, Draw draw) {
        return measure.yesOrNo()
                ? draw.below(1000) / 100.0 - measure.typical()
                : measure.typical() + draw.normal() * spread(measure);
    }

    private static double spread(Measure measure) {
        return measure.maximum() * 2.0;
    }

    private static double yes(double above, double moved, Draw draw) {
        return above - moved + draw.normal() * 0.4 < 0 ? 1 : 0;
    }

    private static int clamp(Measure measure, double value) {
        return (int) Math.max(measure.minimum(), Math.min(measure.maximum(), StrictMath.rint(value)));
    }

    int baseline() {
        return readings.getFirst().value();
    }

    int latest() {
        return readings.getLast().value();
    }
}
