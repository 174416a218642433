package org.totalplace.spend.ledger;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.function.Cofog;
import org.totalplace.spend.payee.PayeeStanding;
import org.totalplace.spend.place.Codes;
import org.totalplace.spend.transfer.TransferKind;
import org.totalplace.starter.moment.AsOf;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;

/** The parameters of a figure as they stand in the request. */
public record Asked(
        @Parameter(description = "Financial year, for example 2024-25", required = true) @Nullable
        String year,

        @Parameter(description = "budget, revised, outturn or payment (default); never added") @Nullable
        String phase,

        @Parameter(description = "A day or a time in the past; now if absent") @Nullable
        String asOf,

        @Parameter(description = "Agency code") @Nullable String agency,

        @Parameter(description = "COFOG division (10) or group (10.2), or unmapped") @Nullable
        String function,

        @Parameter(description = "Code of a service line") @Nullable
        String service,

        @Parameter(description = "For example 2024-04") @Nullable
        String month,

        @Parameter(description = "A payee's name in any spelling") @Nullable
        String payee,

        @Parameter(description = "The agency that is paid") @Nullable
        String payeeAgency,

        @Parameter(description = "Id of one delivery") @Nullable
        String delivery,

        @Parameter(description = "capital, revenue or not-stated") @Nullable
        String kind,

        @Parameter(
                description = "What is known of the payee: agency, body, redacted, possible-body, other or not-named")
        @Nullable
        String standing,

        @Parameter(
                description = "What agencies paid to each other alone: any, or payee, precept, grant, pooled-budget,"
                        + " recharge or receipt")
        @Nullable
        String transfer,

        @Parameter(description = "Code of a place; the configured one if absent") @Nullable
        String place) {

    private static final String ANY_TRANSFER = "any";

    /** The figures of a whole place and year. */
    public static Asked ofWholePlace(
            @Nullable String year, @Nullable String phase, @Nullable String asOf, @Nullable String place) {
        return new Asked(year, phase, asOf, null, null, null, null, null, null, null, null, null, null, place);
    }

    /** The parameters that ask for a slice again, as of its moment and in its place. */
    public static Asked again(Slice slice) {
        return new Asked(
                slice.year().label(),
                slice.phase().code(),
                slice.asOf().toString(),
                said(slice.agency(), AgencyCode::value),
                slice.function(),
                slice.service(),
                said(slice.month(), YearMonth::toString),
                slice.payee(),
                said(slice.payeeAgency(), AgencyCode::value),
                said(slice.delivery(), UUID::toString),
                said(slice.kind(), Kind::code),
                said(slice.standing(), PayeeStanding::code),
                said(slice.transfers(), Asked::code),
                slice.place());
    }

    private static String code(Slice.Transfers transfers) {
        TransferKind kind = transfers.kind();
        return kind == null ? ANY_TRANSFER : kind.code();
    }

    private static <T> @Nullable String said(@Nullable T value, Function<T, String> text) {
        return value == null ? null : text.apply(value);
    }

    /**
     * The slice in the configured place; which place is meant is for {@link org.totalplace.spend.place.Places} to say.
     *
     * @param now what the answer is as of if nothing is said
     * @throws Problem 400 for the first parameter that cannot be read
     */
    public Slice slice(Instant now) {
        if (year == null || year.isBlank()) {
            throw Problem.badInput("year", "required", "Say which financial year, for example year=2024-25.");
        }
        return new Slice(
                read("year", year, FinancialYear::parse),
                knownPhase(),
                AsOf.read(asOf, now),
                agency == null ? null : Codes.agency("agency", agency),
                knownFunction(),
                service,
                month == null ? null : read("month", month, Asked::month),
                payee,
                payeeAgency == null ? null : Codes.agency("payeeAgency", payeeAgency),
                delivery == null ? null : read("delivery", delivery, UUID::fromString),
                kind == null ? null : choice("kind", "invalid-kind", kind, choices(Kind.values(), Kind::code)),
                standing == null
                        ? null
                        : choice(
                                "standing",
                                "invalid-standing",
                                standing,
                                choices(PayeeStanding.values(), PayeeStanding::code)),
                transfer == null ? null : transfers(transfer),
                null);
    }

    private Phase knownPhase() {
        return choice(
                "phase",
                "unknown-phase",
                Objects.requireNonNullElse(phase, Phase.PAYMENT.code()),
                choices(Phase.values(), Phase::code));
    }

    private @Nullable String knownFunction() {
        if (function != null && !function.equals(Cofog.UNMAPPED) && !Cofog.has(function)) {
            throw Problem.badInput(
                    "function",
                    "unknown-function",
                    "A function is a COFOG division such as 10, a group such as 10.2, or unmapped, not '" + function
                            + "'.");
        }
        return function;
    }

    private static Slice.Transfers transfers(String text) {
        Map<String, Slice.Transfers> choices = new LinkedHashMap<>();
        choices.put(ANY_TRANSFER, new Slice.Transfers(null));
        choices(TransferKind.values(), TransferKind::code)
                .forEach((code, kind) -> choices.put(code, new Slice.Transfers(kind)));
        return choice("transfer", "invalid-transfer", text, choices);
    }

    private static <T> Map<String, T> choices(T[] values, Function<T, String> code) {
        Map<String, T> choices = new LinkedHashMap<>();
        for (T value : values) {
            choices.put(code.apply(value), value);
        }
        return choices;
    }

    private static <T> T choice(String path, String code, String text, Map<String, T> choices) {
        T chosen = choices.get(text.strip());
        if (chosen == null) {
            List<String> allowed = List.copyOf(choices.keySet());
            throw Problem.badInput(
                    path, code, path + " is one of " + String.join(", ", allowed) + ", not '" + text + "'.", allowed);
        }
        return chosen;
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("A month is written like 2024-04, not '" + text + "'", unreadable);
        }
    }

    private static <T> T read(String path, String text, Function<String, T> reading) {
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException unreadable) {
            String why = Objects.requireNonNullElse(unreadable.getMessage(), "'" + text + "' cannot be read");
            throw Problem.badInput(path, "invalid-" + path, why + ".");
        }
    }
}
