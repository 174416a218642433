package org.totalplace.spend.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agency as the API shows it.
 *
 * @param officialCode of the official body that it is
 * @param coverage which part of its work belongs to the place; absent when all of it does
 * @param feeds codes of its feeds
 * @param latestDelivery the newest that counts
 * @param missingPeriods months that others have delivered for and this agency has not
 */
@Schema(name = "Agency")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgencyShown(
        String code,
        String name,
        String kind,
        List<String> aliases,
        @Nullable String officialCode,
        String place,
        @Nullable PlaceShare coverage,
        List<String> feeds,
        @Nullable Latest latestDelivery,
        List<String> missingPeriods) {

    static final List<String> CSV_HEADER = List.of(
            "code",
            "name",
            "kind",
            "aliases",
            "officialCode",
            "place",
            "coverage",
            "feeds",
            "latestDelivery",
            "missingPeriods");

    /** The newest delivery that counts. */
    record Latest(
            UUID id,
            String feed,
            Instant publishedAt,
            @Nullable String from,
            @Nullable String to) {}

    List<@Nullable Object> cells() {
        return Arrays.asList(
                code,
                name,
                kind,
                String.join("; ", aliases),
                officialCode,
                place,
                coverage == null
                        ? null
                        : coverage.numerator() + "/" + coverage.denominator() + " by " + coverage.driver(),
                String.join("; ", feeds),
                latestDelivery == null ? null : latestDelivery.id(),
                String.join("; ", missingPeriods));
    }
}
