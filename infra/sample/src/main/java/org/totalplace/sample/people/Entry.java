package org.totalplace.sample.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one agency wrote down about a resident: an identity record, with its mistakes. Empty text is a missing
 * value.
 */
record Entry(
        String reference,
        String given,
        String family,
        @Nullable LocalDate birth,
        String sex,
        Address address,
        String postcode,
        String nhsNumber,
        String uprn,
        LocalDate updated) {}
