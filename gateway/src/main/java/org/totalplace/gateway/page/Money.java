package org.totalplace.gateway.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.totalplace.value.Pence;

/** Amounts as pages print them. */
public final class Money {

    private static final long BILLION = 100_000_000_000L;
    private static final long MILLION = 100_000_000L;

    private Money() {}

    /** Pounds and pence with separators: {@code £1,234.50}, {@code −£5.00}. */
    public static String shown(Pence amount) {
        String digits = format("#,##0.00", amount.pounds().abs());
        return (amount.value() < 0 ? "−£" : "£") + digits;
    }

    /** In the unit in which people speak of it: {@code £1.23 billion}, {@code £4.5 million}; small amounts exactly. */
    static String spoken(Pence amount, Words words) {
        long size = Math.abs(amount.value());
        if (size < MILLION) {
            return shown(amount);
        }
        boolean billions = size >= BILLION;
        BigDecimal number = BigDecimal.valueOf(size).movePointLeft(billions ? 11 : 8);
        String digits = format(billions ? "#,##0.00" : "#,##0.0", number);
        return words.say(billions ? "page.billion" : "page.million", (amount.value() < 0 ? "−£" : "£") + digits);
    }

    private static String format(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK)).format(number);
    }
}
