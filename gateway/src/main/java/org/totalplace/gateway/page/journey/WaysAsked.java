package org.totalplace.gateway.page.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.FinancialYear;

/**
 * Whose ways a reader of the page wants to see; it stands in the page's address, so that it can be shared.
 *
 * @param area first half of a postcode, blank for anywhere
 * @param ageBand blank for any
 */
record WaysAsked(String area, String ageBand) {

    static final List<String> AGE_BANDS = List.of("0-17", "18-24", "25-64", "65-74", "75-84", "85-and-over");

    static WaysAsked of(@Nullable String area, @Nullable String ageBand) {
        return new WaysAsked(
                Objects.requireNonNullElse(area, "").strip(),
                Objects.requireNonNullElse(ageBand, "").strip());
    }

    /** As the service takes it. */
    Map<String, String> query(FinancialYear year) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("year", year.label());
        if (!area.isEmpty()) {
            query.put("area", area);
        }
        if (!ageBand.isEmpty()) {
            query.put("ageBand", ageBand);
        }
        return query;
    }

    public boolean narrowed() {
        return !area.isEmpty() || !ageBand.isEmpty();
    }

    /** {@code 75-84} as {@code 75 to 84}, {@code 85-and-over} as {@code 85 and over}. */
    public String said(String band, Words words) {
        int dash = band.indexOf('-');
        if (dash < 0) {
            return band;
        }
        return band.contains("-and-")
                ? words.say("ways.age-from", band.substring(0, dash))
                : words.say("page.from-to", band.substring(0, dash), band.substring(dash + 1));
    }
}
