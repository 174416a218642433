package org.totalplace.spend.payee;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;

/**
 * What a printed name means: an agency of the place, an official body that is none, or, by a steward's word, neither.
 *
 * @param body first code of the official body; null unless the name means one that is no agency
 * @param evidence for people: why
 */
public record Resolution(
        @Nullable AgencyCode agency, @Nullable String body, String evidence) {

    public Resolution {
        if (agency != null && body != null) {
            throw new IllegalArgumentException("A name means an agency or another body, not both: " + evidence);
        }
    }

    static Resolution of(AgencyCode agency, String evidence) {
        return new Resolution(agency, null, evidence);
    }

    static Resolution ofBody(String body, String evidence) {
        return new Resolution(null, body, evidence);
    }
}
