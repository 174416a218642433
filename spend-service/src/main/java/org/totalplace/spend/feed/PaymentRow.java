package org.totalplace.spend.feed;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.intake.reading.Values;
import org.totalplace.spend.function.ServiceLines;
import org.totalplace.spend.ledger.ArrivingLine;
import org.totalplace.spend.payee.PayeeCode;
import org.totalplace.spend.payee.PayeeName;

/** Reads a row of a payments file as a ledger line. */
final class PaymentRow {

    private static final int DATE = Layouts.PAYMENTS.indexOf("date");
    private static final int AMOUNT = Layouts.PAYMENTS.indexOf("amount");
    private static final int PAYEE = Layouts.PAYMENTS.indexOf("payee");
    private static final int PAYEE_REFERENCE = Layouts.PAYMENTS.indexOf("payeeReference");
    private static final int SERVICE = Layouts.PAYMENTS.indexOf("service");
    private static final int PURPOSE = Layouts.PAYMENTS.indexOf("purpose");
    private static final int TRANSACTION = Layouts.PAYMENTS.indexOf("transaction");
    private static final int CATEGORY = Layouts.PAYMENTS.indexOf("category");
    private static final int CAPITAL_OR_REVENUE = Layouts.PAYMENTS.indexOf("capitalOrRevenue");
    private static final int CARD = Layouts.PAYMENTS.indexOf("card");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Set<String> NO = Set.of("n", "no", "false", "0");

    private PaymentRow() {}

    /** What the ledger cannot hold of the row, if anything. */
    static Optional<Problem> objection(RowOutcome.Accepted row) {
        Values values = row.values();
        if (isLonger(values.text(PAYEE), PayeeName.LONGEST)) {
            return Optional.of(tooLong(row, "payee", PayeeName.LONGEST));
        }
        if (isLonger(values.text(SERVICE), ServiceLines.LONGEST)) {
            return Optional.of(tooLong(row, "service", ServiceLines.LONGEST));
        }
        return Optional.empty();
    }

    static ArrivingLine line(RowOutcome.Accepted row) {
        Values values = row.values();
        String payee = payee(row);
        return new ArrivingLine(
                row.row(),
                Objects.requireNonNull(values.date(DATE)),
                Objects.requireNonNull(values.amount(AMOUNT)),
                payee,
                service(values.text(SERVICE)),
                capital(values.text(CAPITAL_OR_REVENUE)),
                card(values.text(CARD)),
                stripped(values.text(PURPOSE)),
                stripped(values.text(CATEGORY)),
                stripped(values.text(TRANSACTION)),
                PayeeCode.of(stripped(values.text(PAYEE_REFERENCE)), payee));
    }

    /** Null if nobody is named. */
    static @Nullable String payee(RowOutcome.Accepted row) {
        return stripped(row.values().text(PAYEE));
    }

    private static boolean isLonger(@Nullable String text, int limit) {
        return text != null && text.length() > limit;
    }

    private static Problem tooLong(RowOutcome.Accepted row, String field, int limit) {
        return new Problem(
                ProblemType.CONSTRAINT_ERROR,
                row.row(),
                field,
                null,
                "The " + field + " has more than " + limit + " characters; is the column the right one?");
    }

    /** NUL characters cannot be stored, so they must not tell two names apart either. */
    private static @Nullable String stripped(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String bare = (text.indexOf('\0') < 0 ? text : text.replace("\0", "")).strip();
        return bare.isEmpty() ? null : bare;
    }

    static String service(@Nullable String printed) {
        String bare = stripped(printed);
        if (bare == null) {
            return ServiceLines.NOT_STATED;
        }
        return hasOddSpace(bare) ? SPACE.matcher(bare).replaceAll(" ") : bare;
    }

    /** Whether there is any space but single ones between words: few texts have, and every row is asked. */
    private static boolean hasOddSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c == ' ' && text.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    static @Nullable Boolean capital(@Nullable String printed) {
        String word = printed == null ? "" : printed.strip().toLowerCase(Locale.ROOT);
        if (word.equals("c") || word.startsWith("cap")) {
            return true;
        }
        return word.equals("r") || word.startsWith("rev") ? false : null;
    }

    static boolean card(@Nullable String printed) {
        String bare = stripped(printed);
        return bare != null && !NO.contains(bare.toLowerCase(Locale.ROOT));
    }
}
