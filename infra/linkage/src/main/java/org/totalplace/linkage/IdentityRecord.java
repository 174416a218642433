package org.totalplace.linkage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The names, dates and addresses that one agency holds for one subject, as printed. Values that are unreadable or that
 * stand for "unknown" may be handed in as they are: they compare as missing.
 *
 * @param id opaque and unique among the records linked together; only its equality matters, its order breaks ties
 * @param source the code of the agency that holds the record
 * @param sex any usual coding: {@code F}, {@code female}, {@code 2} (NHS data dictionary)
 * @param postcode a United Kingdom postcode, or another country's code
 * @param address lines in any layout; a United Kingdom postcode in it is used when {@code postcode} is missing
 * @param nhsNumber ten digits in any spacing; a wrong check digit makes it missing
 * @param uprn unique property reference number, 1 to 12 digits
 * @param further what few feeds hold
 */
public record IdentityRecord(
        String id,
        String source,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable LocalDate dateOfBirth,
        @Nullable String sex,
        @Nullable String postcode,
        @Nullable String address,
        @Nullable String nhsNumber,
        @Nullable String uprn,
        FurtherDetails further) {

    public IdentityRecord {
        if (id.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("An identity record needs an id and a source, got id '" + id
                    + "' and source '" + source + "'. Give both.");
        }
    }

    /** A record without further details. */
    public IdentityRecord(
            String id,
            String source,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable LocalDate dateOfBirth,
            @Nullable String sex,
            @Nullable String postcode,
            @Nullable String address,
            @Nullable String nhsNumber,
            @Nullable String uprn) {
        this(
                id,
                source,
                givenName,
                familyName,
                dateOfBirth,
                sex,
                postcode,
                address,
                nhsNumber,
                uprn,
                FurtherDetails.NONE);
    }
}
