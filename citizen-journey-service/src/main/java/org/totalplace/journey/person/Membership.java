package org.totalplace.journey.person;

import org.totalplace.value.AgencyCode;
import org.totalplace.value.PersonId;
import org.totalplace.value.SubjectKey;

/**
 * Which person a subject is held to be.
 *
 * @param version grows by one with every change; 1 at first
 * @param needsAttention whether a steward has yet to decide a doubtful link of the subject
 */
public record Membership(SubjectKey subject, AgencyCode agency, PersonId person, long version, boolean needsAttention) {

    Membership moved(PersonId to, boolean doubtful) {
        return new Membership(subject, agency, to, version + 1, doubtful);
    }

    boolean says(PersonId other, boolean doubtful) {
        return person.equals(other) && needsAttention == doubtful;
    }
}
