package org.totalplace.spend.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.body.BodyName;
import org.totalplace.spend.place.Codes;
import org.totalplace.spend.transfer.TransferKind;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;

/**
 * A transfer that payees' names do not show: the payer's lines that meet every condition given are paid to the payee.
 *
 * @param payer code of the agency that pays
 * @param payee code of the agency that is paid
 * @param kind for example {@code pooled-budget}
 * @param printed words of the printed payee, for example {@code Better Care Fund}
 * @param purpose words of the purpose or category
 * @param service code of the payer's service line
 * @param from first financial year, for example {@code 2024-25}
 * @param to last financial year; the first if absent
 */
@Schema(name = "DeclaredTransferRequest")
record DeclarationRequest(
        @Nullable String payer,
        @Nullable String payee,
        @Nullable String kind,
        @Nullable String printed,
        @Nullable String purpose,
        @Nullable String service,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    private static final int LONGEST = 500;

    /** The same, checked; conditions that were not given are null. */
    record Declaration(
            String id,
            AgencyCode payer,
            AgencyCode payee,
            TransferKind kind,
            @Nullable String printed,
            @Nullable String purpose,
            @Nullable String service,
            FinancialYear from,
            FinancialYear to,
            String reason) {}

    /** @throws Problem 400 if something is missing or does not fit together */
    Declaration checked(String id) {
        AgencyCode from = Codes.agency("payer", Objects.requireNonNullElse(payer, ""));
        AgencyCode to = Codes.agency("payee", Objects.requireNonNullElse(payee, ""));
        if (from.equals(to)) {
            throw Problem.badInput("payee", "same-agency", "An agency makes no transfer to itself.");
        }
        String words = printed == null ? "" : BodyName.normalised(printed);
        String purposeWords = text(purpose).toLowerCase(Locale.ROOT);
        String line = text(service);
        if (words.isEmpty() && purposeWords.isEmpty() && line.isEmpty()) {
            throw Problem.badInput(
                    "printed", "required", "Give at least one of printed, purpose and service: not all is a transfer.");
        }
        if (text(reason).isEmpty() || text(reason).length() > LONGEST) {
            throw Problem.badInput(
                    "reason", "required", "'reason' needs a text of 1 to " + LONGEST + " characters: it is kept.");
        }
        FinancialYear first = year("from", this.from);
        FinancialYear last = this.to == null ? first : year("to", this.to);
        if (last.start() < first.start()) {
            throw Problem.badInput("to", "out-of-range", "The last year lies before the first.");
        }
        return new Declaration(
                id,
                from,
                to,
                knownKind(),
                words.isEmpty() ? null : words,
                purposeWords.isEmpty() ? null : purposeWords,
                line.isEmpty() ? null : line,
                first,
                last,
                text(reason));
    }

    private TransferKind knownKind() {
        return TransferKind.ofCode(text(kind))
                .orElseThrow(() -> Problem.badInput(
                        "kind",
                        "unknown-kind",
                        "kind is payee, precept, grant, pooled-budget, recharge or receipt, not '" + kind + "'."));
    }

    private static FinancialYear year(String path, @Nullable String year) {
        try {
            return FinancialYear.parse(text(year));
        } catch (IllegalArgumentException unreadable) {
            throw Problem.badInput(path, "invalid-year", "'" + path + "' is a financial year such as 2024-25.");
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
