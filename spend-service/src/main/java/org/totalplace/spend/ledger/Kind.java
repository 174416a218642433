package org.totalplace.spend.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /** @throws IllegalArgumentException for any other word */
    public static Kind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind is one of "
                        + Arrays.stream(values()).map(Kind::code).collect(Collectors.joining(", ")) + ", not '" + code
                        + "'"));
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
