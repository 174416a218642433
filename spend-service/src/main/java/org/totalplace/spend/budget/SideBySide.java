package org.totalplace.spend.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.function.Cofog;
import org.totalplace.spend.ledger.Phase;
import org.totalplace.value.Pence;

/**
 * What an agency budgeted, revised, spent by its accounts and paid in one year, in all or for one function. Amounts are
 * pounds; absent is what the agency has not delivered, which is not nought.
 *
 * @param function a COFOG code; absent for all of the agency
 * @param outturnLessBudget above 0 where more was spent than was budgeted
 * @param paymentLessOutturn what the payments do not explain of the outturn, or more
 */
@Schema(name = "PhasesSideBySide")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SideBySide(
        String agency,
        String name,
        @Nullable String function,
        @Nullable String functionName,
        @Nullable BigDecimal budget,
        @Nullable BigDecimal revised,
        @Nullable BigDecimal outturn,
        @Nullable BigDecimal payment,
        @Nullable BigDecimal revisedLessBudget,
        @Nullable BigDecimal outturnLessBudget,
        @Nullable BigDecimal outturnLessRevised,
        @Nullable BigDecimal paymentLessOutturn) {

    static final List<String> CSV_HEADER = List.of(
            "agency",
            "name",
            "function",
            "functionName",
            "budget",
            "revised",
            "outturn",
            "payment",
            "revisedLessBudget",
            "outturnLessBudget",
            "outturnLessRevised",
            "paymentLessOutturn");

    /** Named as a function where the row is of all that the agency does: nobody adds it to its parts unseen. */
    private static final String ALL = "all";

    /** @param amounts by phase; a phase that is not there was not delivered */
    static SideBySide of(String agency, String name, @Nullable String function, Map<Phase, Pence> amounts) {
        return new SideBySide(
                agency,
                name,
                function,
                function == null ? null : Cofog.nameOf(function),
                pounds(amounts.get(Phase.BUDGET)),
                pounds(amounts.get(Phase.REVISED)),
                pounds(amounts.get(Phase.OUTTURN)),
                pounds(amounts.get(Phase.PAYMENT)),
                less(amounts.get(Phase.REVISED), amounts.get(Phase.BUDGET)),
                less(amounts.get(Phase.OUTTURN), amounts.get(Phase.BUDGET)),
                less(amounts.get(Phase.OUTTURN), amounts.get(Phase.REVISED)),
                less(amounts.get(Phase.PAYMENT), amounts.get(Phase.OUTTURN)));
    }

    private static @Nullable BigDecimal pounds(@Nullable Pence amount) {
        return amount == null ? null : amount.pounds();
    }

    private static @Nullable BigDecimal less(@Nullable Pence amount, @Nullable Pence other) {
        return amount == null || other == null ? null : amount.minus(other).pounds();
    }

    List<@Nullable Object> cells() {
        return Arrays.asList(
                agency,
                name,
                Objects.requireNonNullElse(function, ALL),
                functionName,
                budget,
                revised,
                outturn,
                payment,
                revisedLessBudget,
                outturnLessBudget,
                outturnLessRevised,
                paymentLessOutturn);
    }
}
