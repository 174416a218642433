package org.totalplace.intake.delivery;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a delivery stands. The one table of what may follow what is {@link #NEXT}. */
public enum DeliveryStatus {
    RECEIVED,
    READING,
    NEEDS_CONFIRMATION,
    CONFIRMED,
    PUBLISHED,
    REFUSED,
    SUPERSEDED,
    WITHDRAWN;

    private static final Map<DeliveryStatus, Set<DeliveryStatus>> NEXT = Map.of(
            RECEIVED, EnumSet.of(READING),
            READING, EnumSet.of(PUBLISHED, REFUSED, NEEDS_CONFIRMATION),
            NEEDS_CONFIRMATION, EnumSet.of(CONFIRMED, WITHDRAWN),
            CONFIRMED, EnumSet.of(PUBLISHED, REFUSED),
            PUBLISHED, EnumSet.of(SUPERSEDED, WITHDRAWN),
            REFUSED, EnumSet.noneOf(DeliveryStatus.class),
            SUPERSEDED, EnumSet.noneOf(DeliveryStatus.class),
            WITHDRAWN, EnumSet.noneOf(DeliveryStatus.class));

    /** Whether the step is in the table. */
    public boolean mayBecome(DeliveryStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the reader still has work with it. */
    public boolean isPending() {
        return this == RECEIVED || this == READING || this == CONFIRMED;
    }

    /** As the API and the table write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if no status is written so */
    public static DeliveryStatus ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
