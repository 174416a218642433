package org.totalplace.linkage.model;

/**
 * Match probabilities that decide, 0 to 1, in falling order.
 *
 * @param join from here on two clusters are one person
 * @param attention from here on, and below {@code join}, a steward decides
 * @param breaking below this a pair is no link at all, and an existing link breaks
 */
public record Thresholds(double join, double attention, double breaking) {

    public Thresholds {
        if (!(join < 1 && join >= attention && attention >= breaking && breaking > 0)) {
            throw new IllegalArgumentException("Thresholds are 1 > join >= attention >= breaking > 0, got join " + join
                    + ", attention " + attention + ", breaking " + breaking + ".");
        }
    }
}
