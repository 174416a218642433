package org.totalplace.gateway.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/** Figures about people as services publish them: the figure, or the symbol that stands for it. */
public final class Published {

    private static final String NOT_AVAILABLE = "x";

    private Published() {}

    /** How many people or contacts. */
    public record Count(@Nullable Long value, @Nullable String symbol) {}

    /** Pounds. */
    public record Amount(
            @Nullable BigDecimal value, @Nullable String symbol) {}

    public static String shown(@Nullable Count count) {
        if (count == null) {
            return NOT_AVAILABLE;
        }
        Long value = count.value();
        return value == null ? symbol(count.symbol()) : "%,d".formatted(value);
    }

    public static String shown(@Nullable Amount amount) {
        return amount == null ? NOT_AVAILABLE : pounds(amount.value(), amount.symbol());
    }

    public static String pounds(@Nullable BigDecimal pounds, @Nullable String symbol) {
        return pounds == null ? symbol(symbol) : Money.shown(Pence.ofPounds(pounds));
    }

    /** A number as the service rounded it. */
    public static String number(@Nullable BigDecimal number, @Nullable String symbol) {
        return number == null ? symbol(symbol) : number.toPlainString();
    }

    /** @param share from 0 to 1, as a whole percentage */
    public static String percent(@Nullable BigDecimal share, @Nullable String symbol) {
        return share == null
                ? symbol(symbol)
                : share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** What bars and sorting go by: hidden figures as nothing. */
    public static Pence pence(@Nullable Amount amount) {
        return amount == null || amount.value() == null ? Pence.ZERO : Pence.ofPounds(amount.value());
    }

    /** What sorting goes by: hidden figures as nothing. */
    public static long number(@Nullable Count count) {
        return count == null || count.value() == null ? 0 : count.value();
    }

    private static String symbol(@Nullable String symbol) {
        return symbol == null ? NOT_AVAILABLE : symbol;
    }
}
