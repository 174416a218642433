package org.totalplace.linkage;

import org.jspecify.annotations.Nullable;

/**
 * What only some feeds hold of a person, as printed.
 *
 * @param identifier any other number that names one person (social security number, case number shared by agencies)
 * @param town where the person lives, when it is not part of the address
 * @param detail something lasting about the person: place of birth, occupation
 * @param otherDetail another such thing
 */
public record FurtherDetails(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String identifier,
        @Nullable String town,
        @Nullable String detail,
        @Nullable String otherDetail) {

    public static final FurtherDetails NONE = new FurtherDetails(null, null, null, null, null, null);
}
