package org.totalplace.gateway.page.flow;

import java.util.Arrays;
import java.util.List;
import org.totalplace.gateway.page.Published;

/** What became of people; the order is that of the drawing and of the table. */
enum Became {
    BETTER("better", "Better off"),
    SAME("same", "The same"),
    WORSE("worse", "Worse off"),
    UNKNOWN("unknown", "Seen once, not known yet");

    /** Journeys of whose people nothing is told: too few, or nobody was observed. */
    static final String NOT_TOLD = "Not told";

    private final String code;
    private final String words;

    Became(String code, String words) {
        this.code = code;
        this.words = words;
    }

    String words() {
        return words;
    }

    Published.Count count(JourneyOutcomes.Row row) {
        return row.byStatus().getOrDefault(code, new Published.Count(null, "x"));
    }

    static List<Became> all() {
        return Arrays.asList(values());
    }
}
