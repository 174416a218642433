package org.totalplace.journey.pathway;

import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/**
 * By what rules pathways are read off contacts; part of every answer.
 *
 * @param gapDays a gap of so many days or more parts two eras
 * @param overlapDays two eras that have so many days in common, or more, are one combined step while they do
 * @param repeatDays an assessment by another agency within so many days is a repeated one
 * @param dropOutDays who is not seen for more than so many days, and was expected, has dropped out
 * @param longest so many steps of a way are told
 */
record Method(int gapDays, int overlapDays, int repeatDays, int dropOutDays, int longest) {

    static final Method DEFAULT = new Method(30, 7, 90, 90, 20);

    private static final int MOST_DAYS = 730;
    private static final int MOST_STEPS = 100;

    /** With the default where nothing is asked; 400 where a number is out of its range. */
    static Method asked(
            @Nullable Integer gap,
            @Nullable Integer overlap,
            @Nullable Integer repeat,
            @Nullable Integer dropOut,
            @Nullable Integer longest) {
        return new Method(
                within("gapDays", gap, DEFAULT.gapDays, 1, MOST_DAYS),
                within("overlapDays", overlap, DEFAULT.overlapDays, 1, MOST_DAYS),
                within("repeatDays", repeat, DEFAULT.repeatDays, 0, MOST_DAYS),
                within("dropOutDays", dropOut, DEFAULT.dropOutDays, 1, MOST_DAYS),
                within("longest", longest, DEFAULT.longest, 1, MOST_STEPS));
    }

    /**
     * The rules by which so many steps were made, and no other: a way that is told to its end is the same however many
     * steps might have been told.
     */
    String ofSteps(int steps) {
        return "gap " + gapDays + " overlap " + overlapDays + (steps < longest ? "" : " first " + longest);
    }

    private static int within(String name, @Nullable Integer asked, int otherwise, int least, int most) {
        int value = asked == null ? otherwise : asked;
        if (value < least || value > most) {
            throw Problem.badInput(
                    name, "out-of-range", name + " is a number from " + least + " to " + most + ", not " + value + ".");
        }
        return value;
    }
}
