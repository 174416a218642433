package org.totalplace.spend.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of money a line is: different measures, shown side by side and never added. */
public enum Phase {
    BUDGET,
    REVISED,
    OUTTURN,
    PAYMENT;

    /** As the API and the tables write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Phase> ofCode(String code) {
        return Arrays.stream(values())
                .filter(phase -> phase.code().equals(code))
                .findFirst();
    }
}
