package org.totalplace.journey.journey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says which stage a contact belongs to.
 *
 * @param agency null for any
 * @param service null for any
 * @param type null for any
 * @param stage of the rule's map
 * @param priority the higher wins; null is 0
 * @param after what must have gone before; null for nothing
 * @param from the first day on which a contact may begin; null for any
 * @param until the last day on which a contact may begin; null for any
 */
record MappingRule(
        @Nullable String agency,
        @Nullable String service,
        @Nullable String type,
        String stage,
        @Nullable Integer priority,
        @Nullable After after,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    MappingRule(
            @Nullable String agency,
            @Nullable String service,
            @Nullable String type,
            String stage,
            @Nullable Integer priority) {
        this(agency, service, type, stage, priority, null, null, null);
    }

    /** Whether it may catch contacts of the kind, at some time. */
    boolean catches(ContactKind kind) {
        return (agency == null || agency.equals(kind.agency()))
                && (service == null || service.equals(kind.service()))
                && (type == null || type.equals(kind.type()));
    }

    /** Whether it depends on when the contact was. */
    boolean isTimed() {
        return after != null || from != null || until != null;
    }

    int weight() {
        return priority == null ? 0 : priority;
    }

    /** How many of agency, service, type, what went before, and days it names: the more, the closer. */
    int closeness() {
        return (agency == null ? 0 : 1)
                + (service == null ? 0 : 1)
                + (type == null ? 0 : 1)
                + (after == null ? 0 : 1)
                + (from == null && until == null ? 0 : 1);
    }
}
