package org.totalplace.sample.money;

import java.math.BigDecimal;
import org.totalplace.value.Pence;

/** The ways in which bodies print one amount. Each can be read back to the penny. */
final class Amounts {

    private Amounts() {}

    /** A tenth of the amounts as a spreadsheet's binary fractions print, for example {@code 123.45999999999999}. */
    static String withFloatNoise(Payment payment) {
        double pounds = payment.amount().value() / 100.0;
        boolean noisy = payment.number() % 10 == 3;
        BigDecimal printed = noisy
                ? new BigDecimal(Double.toString(Math.nextDown(pounds)))
                : payment.amount().pounds();
        return printed.stripTrailingZeros().toPlainString();
    }

    /** {@code 1,234.56} and {@code -1,234.56}. */
    static String withThousands(Pence amount) {
        String plain = new Pence(Math.abs(amount.value())).toString();
        int point = plain.length() - 3;
        StringBuilder text = new StringBuilder(plain);
        for (int i = point - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return (amount.value() < 0 ? "-" : "") + text;
    }

    /** {@code (978.00)} when negative. */
    static String withBrackets(Pence amount) {
        return amount.value() < 0 ? "(" + withThousands(amount.negated()) + ")" : withThousands(amount);
    }

    /** {@code 978.00-} when negative. */
    static String withTrailingMinus(Pence amount) {
        return amount.value() < 0 ? amount.negated() + "-" : amount.toString();
    }

    /** {@code £1,234.56} and {@code -£1,234.56}. */
    static String withSign(Pence amount) {
        return amount.value() < 0 ? "-£" + withThousands(amount.negated()) : "£" + withThousands(amount);
    }

    /** {@code £1,234}; the amount must be whole pounds. */
    static String inWholePounds(Pence amount) {
        if (amount.value() % 100 != 0) {
            throw new IllegalArgumentException(amount + " is not in whole pounds");
        }
        String text = withSign(amount);
        return text.substring(0, text.length() - 3);
    }
}
