package org.totalplace.journey.pathway;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One contact on a map, as pathways see it.
 *
 * @param assesses whether it assesses somebody's need, by its type
 * @param end the day of the start where the contact says none
 * @param area first half of the person's postcode; null where no agency knows it
 * @param born null where no agency knows it
 */
record Touch(
        UUID person,
        String stage,
        String agency,
        boolean assesses,
        LocalDate start,
        LocalDate end,
        @Nullable String area,
        @Nullable LocalDate born) {}
