package org.totalplace.journey.pathway;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;

/**
 * Whose pathways are asked for.
 *
 * @param area first half of a postcode; null for anywhere
 * @param ageBand null for any
 */
record Cohort(
        String map,
        FinancialYear year,
        @Nullable String area,
        @Nullable AgeBand ageBand) {

    private static final Pattern OUTWARD = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?");

    /** 400 where area or band cannot be read. */
    static Cohort asked(String map, FinancialYear year, @Nullable String area, @Nullable String ageBand) {
        String outward = area == null ? null : area.strip().toUpperCase(Locale.ROOT);
        if (outward != null && !OUTWARD.matcher(outward).matches()) {
            throw Problem.badInput(
                    "area",
                    "invalid-area",
                    "An area is the first half of a postcode, such as NM4; not '" + area + "'.");
        }
        return new Cohort(map, year, outward, ageBand == null ? null : AgeBand.asked(ageBand));
    }

    /** Persons of whom no agency knows where they live, or when they were born, are in no area or band. */
    boolean holds(@Nullable String livingIn, @Nullable LocalDate born) {
        return (area == null || area.equals(livingIn))
                && (ageBand == null || (born != null && ageBand.holds(born, year)));
    }
}
