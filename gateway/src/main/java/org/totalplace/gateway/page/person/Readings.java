package org.totalplace.gateway.page.person;

import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;
import tools.jackson.databind.JsonNode;

/** What was measured, as people say it: a yes is no 1. */
final class Readings {

    private static final String YES_OR_NO = "yes or no";

    private Readings() {}

    static String shown(CombinedView.Measure measure, @Nullable JsonNode reading, Words words) {
        String value = words.value(reading);
        if (!isYesOrNo(measure)) {
            return value;
        }
        return switch (value) {
            case "1" -> words.say("person.yes");
            case "0" -> words.say("person.no");
            default -> value;
        };
    }

    /** Nothing where the values say it themselves. */
    static @Nullable String unit(CombinedView.Measure measure) {
        return isYesOrNo(measure) ? null : measure.unit();
    }

    private static boolean isYesOrNo(CombinedView.Measure measure) {
        return measure.unit() != null && measure.unit().startsWith(YES_OR_NO);
    }
}
