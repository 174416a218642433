package org.totalplace.journey.community.circle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * What the community gives to the place in a year: hours, beside which pounds stand elsewhere.
 *
 * @param hours sum of what is shown of the circles
 * @param valuation only where one was asked for
 * @param pounds where the pounds of public, private and voluntary bodies are told
 */
@Schema(name = "CommunityResources")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommunityAnswer(
        String year,
        Instant asOf,
        PublishedHours hours,
        List<OfCircle> circles,
        @Nullable Valued valuation,
        String pounds) {

    static final List<String> COLUMNS =
            List.of("year", "circle", "name", "givers", "hours", "valuation", "worth", "valuationSource");

    /** What one circle gave. */
    @Schema(name = "CircleHours")
    record OfCircle(String circle, String name, PublishedCount givers, PublishedHours hours) {}

    /**
     * What the hours that are shown would be worth, as somebody values them; no part of any total of pounds.
     *
     * @param worth null where no hours are shown
     */
    @Schema(name = "ValuedHours")
    record Valued(
            String code,
            String name,
            String source,
            String priceYear,
            BigDecimal anHour,
            @Nullable BigDecimal worth) {}

    static CommunityAnswer of(
            FinancialYear year, Instant asOf, List<GivenHours.OfCircle> given, @Nullable Valuation valuation) {
        List<OfCircle> circles = given.stream()
                .map(one -> new OfCircle(
                        one.circle().agency(),
                        one.circle().name(),
                        PublishedCount.of(one.givers()),
                        PublishedHours.of(one.minutes(), one.givers(), one.largestTwo())))
                .toList();
        PublishedHours hours = sum(circles);
        return new CommunityAnswer(
                year.label(),
                asOf,
                hours,
                circles,
                valuation == null ? null : valued(valuation, hours),
                "/api/v1/spend/whole-area?year=" + year.label());
    }

    private static PublishedHours sum(List<OfCircle> circles) {
        long sum = 0;
        boolean hidden = false;
        for (OfCircle circle : circles) {
            Long value = circle.hours().value();
            sum += value == null ? 0 : value;
            hidden |= value == null;
        }
        return sum == 0 && hidden ? new PublishedHours(null, "c") : new PublishedHours(sum, null);
    }

    private static Valued valued(Valuation valuation, PublishedHours hours) {
        Long shown = hours.value();
        Pence worth = shown == null ? null : valuation.of(shown);
        return new Valued(
                valuation.code(),
                valuation.name(),
                valuation.source(),
                valuation.year().label(),
                valuation.anHour().pounds(),
                worth == null ? null : worth.pounds());
    }

    /** A row a circle, in the order of {@link #COLUMNS}; worth is told of the whole alone. */
    List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (OfCircle circle : circles) {
            rows.add(Arrays.asList(
                    year,
                    circle.circle(),
                    circle.name(),
                    circle.givers().shown(),
                    circle.hours().shown(),
                    null,
                    null,
                    null));
        }
        rows.add(Arrays.asList(
                year,
                null,
                "All that is shown",
                null,
                hours.shown(),
                valuation == null ? null : valuation.code(),
                valuation == null ? null : valuation.worth(),
                valuation == null ? null : valuation.source()));
        return rows;
    }
}
