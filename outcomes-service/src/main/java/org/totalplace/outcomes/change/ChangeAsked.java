package org.totalplace.outcomes.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/**
 * Of which journey, and between which readings, a change is told.
 *
 * @param stage a stage that is taken as the beginning; null for the first contact on the map
 * @param measure null for all
 */
record ChangeAsked(
        String journey, @Nullable String stage, @Nullable String measure, Until until) {

    /** What is compared with the reading before. */
    enum Until {
        /** The latest reading. */
        NOW,
        /** The first reading after the journey ended. */
        END;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Until asked(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(until -> until.code().equals(code == null ? NOW.code() : code))
                    .findFirst()
                    .orElseThrow(() -> Problem.badInput(
                            "until",
                            "invalid-value",
                            "until is "
                                    + Arrays.stream(values()).map(Until::code).collect(Collectors.joining(" or "))
                                    + ", not '" + code + "'."));
        }
    }

    static ChangeAsked of(
            @Nullable String journey, @Nullable String stage, @Nullable String measure, @Nullable String until) {
        return new ChangeAsked(given("journey", journey), stage, measure, Until.asked(until));
    }

    /** The same of one measure, which has to be named. */
    static ChangeAsked ofOne(@Nullable String journey, @Nullable String measure) {
        return new ChangeAsked(given("journey", journey), null, given("measure", measure), Until.NOW);
    }

    /** 400 where it is left out. */
    static String given(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.badInput(parameter, "missing", "Say which " + parameter + " is meant: " + parameter + "=...");
        }
        return value;
    }
}
