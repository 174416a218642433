package org.totalplace.journey.journey;

import org.jspecify.annotations.Nullable;

/**
 * A rule's condition on what went before: the person had such a contact, and it ended so many days before, or fewer.
 *
 * @param agency null for any
 * @param service null for any
 * @param type null for any
 * @param withinDays from the day on which it ended (began, where it has no end) to the day of the contact, 0 for the
 *     same day
 */
record After(
        @Nullable String agency,
        @Nullable String service,
        @Nullable String type,
        int withinDays) {

    boolean means(ContactKind kind) {
        return (agency == null || agency.equals(kind.agency()))
                && (service == null || service.equals(kind.service()))
                && (type == null || type.equals(kind.type()));
    }

    boolean namesNothing() {
        return agency == null && service == null && type == null;
    }
}
