package org.totalplace.starter.security;

import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.totalplace.value.AgencyCode;

/**
 * The record of an agency that a citizen's account is tied to. It stays the same whatever persons are joined or parted;
 * who the citizen is follows from it at the moment of asking.
 *
 * @param reference the agency's own; it is turned into its pseudonym at once and kept nowhere
 */
public record OwnRecord(AgencyCode agency, String reference) {

    /** The claim of access tokens that says it: {@code {"agency": ..., "reference": ...}}. */
    public static final String CLAIM = "record";

    public OwnRecord {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("A blank reference names nobody");
        }
    }

    /** Empty for an account that is tied to no record, or to none that could be one. */
    public static Optional<OwnRecord> of(Jwt token) {
        if (!(token.getClaims().get(CLAIM) instanceof Map<?, ?> claimed)
                || !(claimed.get("agency") instanceof String agency)
                || !(claimed.get("reference") instanceof String reference)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OwnRecord(new AgencyCode(agency), reference));
        } catch (IllegalArgumentException noRecord) {
            return Optional.empty();
        }
    }

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
        return "a record of " + agency;
    }
}
