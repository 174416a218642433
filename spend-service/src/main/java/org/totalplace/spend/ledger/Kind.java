package org.totalplace.spend.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether money builds up what lasts, as far as the file says. */
public enum Kind {
    CAPITAL,
    REVENUE,
    NOT_STATED;

    /** As the API writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param capital as the ledger holds it */
    public static Kind of(@Nullable Boolean capital) {
        return capital == null ? NOT_STATED : capital ? CAPITAL : REVENUE;
    }

    /** @param column of the type boolean */
    String condition(String column) {
        return switch (this) {
            case CAPITAL -> column;
            case REVENUE -> "not " + column;
            case NOT_STATED -> column + " is null";
        };
    }
}
