package org.totalplace.journey.journey;

import org.jspecify.annotations.Nullable;

/**
 * Says which stage a contact belongs to.
 *
 * @param agency null for any
 * @param service null for any
 * @param type null for any
 * @param stage of the rule's map
 * @param priority the higher wins; null is 0
 */
record MappingRule(
        @Nullable String agency,
        @Nullable String service,
        @Nullable String type,
        String stage,
        @Nullable Integer priority) {

    boolean catches(ContactKind kind) {
        return (agency == null || agency.equals(kind.agency()))
                && (service == null || service.equals(kind.service()))
                && (type == null || type.equals(kind.type()));
    }

    int weight() {
        return priority == null ? 0 : priority;
    }

    /** How many of the three it names: the more, the closer. */
    int closeness() {
        return (agency == null ? 0 : 1) + (service == null ? 0 : 1) + (type == null ? 0 : 1);
    }
}
