package org.totalplace.spend.payee;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The code that a payer's books give to a payee. */
public final class PayeeCode {

    /** Longer texts are no codes. */
    private static final int LONGEST = 60;

    private static final Pattern BEHIND_NAME = Pattern.compile("[(\\[]\\s*([A-Za-z]{0,3}[-:/]?\\d{4,})\\s*[)\\]]\\s*$");

    private PayeeCode() {}

    /**
     * The code of its own column, or the number in brackets behind the name.
     *
     * @param reference as the column has it; null if there is none
     * @param printed the payee's name; null if there is none
     * @return in capitals without spaces; null if there is none
     */
    public static @Nullable String of(@Nullable String reference, @Nullable String printed) {
        String code = reference == null ? "" : reference.replaceAll("\\s+", "");
        if (code.isEmpty() && printed != null && mayEndInBracket(printed)) {
            Matcher behind = BEHIND_NAME.matcher(printed);
            code = behind.find() ? behind.group(1) : "";
        }
        return code.isEmpty() || code.length() > LONGEST ? null : code.toUpperCase(Locale.ROOT);
    }

    /** Few names do, and every row is asked. */
    private static boolean mayEndInBracket(String printed) {
        char last = printed.isEmpty() ? '.' : printed.charAt(printed.length() - 1);
        return last == ')' || last == ']' || Character.isWhitespace(last);
    }
}
