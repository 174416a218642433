package org.totalplace.spend.ledger;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.function.Cofog;
import org.totalplace.spend.payee.PayeeStanding;
import org.totalplace.spend.place.Codes;
import org.totalplace.spend.transfer.TransferKind;
import org.totalplace.starter.moment.AsOf;
import org.totalplace.starter.problem.Problem;
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
                kind == null ? null : read("kind", kind, Kind::ofCode),
                standing == null ? null : read("standing", standing, Asked::standing),
                transfer == null ? null : read("transfer", transfer, Asked::transfers),
                null);
    }

    private Phase knownPhase() {
        String code = Objects.requireNonNullElse(phase, Phase.PAYMENT.code());
        return Phase.ofCode(code)
                .orElseThrow(() -> Problem.badInput(
                        "phase", "unknown-phase", "phase is one of " + Phase.choices() + ", not '" + code + "'."));
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

    private static PayeeStanding standing(String text) {
        return Arrays.stream(PayeeStanding.values())
                .filter(known -> known.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("standing is one of "
                        + Arrays.stream(PayeeStanding.values())
                                .map(PayeeStanding::code)
                                .collect(Collectors.joining(", "))
                        + ", not '" + text + "'"));
    }

    private static Slice.Transfers transfers(String text) {
        return text.equals(ANY_TRANSFER)
                ? new Slice.Transfers(null)
                : new Slice.Transfers(TransferKind.ofCode(text)
                        .orElseThrow(() -> new IllegalArgumentException("transfer is " + ANY_TRANSFER + " or one of "
                                + Arrays.stream(TransferKind.values())
                                        .map(TransferKind::code)
                                        .collect(Collectors.joining(", "))
                                + ", not '" + text + "'")));
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
