package org.totalplace.gateway.page.place;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;

/** When each agency delivered last, as spend-service tells it of its register. */
record AgencyDeliveries(List<OfAgency> results) {

    record OfAgency(
            String code, @Nullable String name, @Nullable Latest latestDelivery) {}

    record Latest(@Nullable String publishedAt, @Nullable String to) {}

    AgencyDeliveries {
        results = results == null ? List.of() : List.copyOf(results);
    }

    static final AgencyDeliveries NOT_TOLD = new AgencyDeliveries(List.of());

    /** As the register has them: of those that delivered nothing, too. */
    Map<String, String> names() {
        return results.stream()
                .filter(agency -> agency.name() != null)
                .collect(Collectors.toMap(
                        OfAgency::code, agency -> Objects.toString(agency.name()), (one, other) -> one));
    }

    /** By agency, in words. */
    Map<String, String> said(Words words) {
        return results.stream()
                .filter(agency -> agency.latestDelivery() != null)
                .collect(Collectors.toMap(
                        OfAgency::code, agency -> told(agency.latestDelivery(), words), (one, other) -> one));
    }

    private static String told(@Nullable Latest latest, Words words) {
        if (latest == null || latest.publishedAt() == null) {
            return "x";
        }
        String day = words.day(latest.publishedAt());
        return latest.to() == null ? day : words.say("place.delivered", words.day(latest.to()), day);
    }
}
