package org.totalplace.journey.community.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time of the week in which a service is open.
 *
 * @param weekday 1 for Monday to 7 for Sunday
 * @param opens minutes after midnight; null where only the day is known
 * @param closes minutes after midnight, to 1440; null where it is not known
 * @param from first day on which it is so; null for always
 * @param until last day
 */
public record Opening(
        int weekday,
        @Nullable Integer opens,
        @Nullable Integer closes,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
