package org.totalplace.guardrails.offenders;

/** Counts money in binary fractions. */
public record RoughPrice(long pence) {

    double pounds() {
        return pence / 100.0;
    }
}
