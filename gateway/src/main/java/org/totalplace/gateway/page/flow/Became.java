package org.totalplace.gateway.page.flow;

import java.util.Arrays;
import java.util.List;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;

/** What became of people; the order is that of the drawing and of the table. */
enum Became {
    BETTER("better"),
    SAME("same"),
    WORSE("worse"),
    UNKNOWN("unknown");

    private final String code;

    Became(String code) {
        this.code = code;
    }

    String said(Words words) {
        return words.say("flow.became." + code);
    }

    Published.Count count(JourneyOutcomes.Row row) {
        return row.byStatus().getOrDefault(code, new Published.Count(null, "x"));
    }

    static List<Became> all() {
        return Arrays.asList(values());
    }
}
