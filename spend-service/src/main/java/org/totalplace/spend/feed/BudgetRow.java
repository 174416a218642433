package org.totalplace.spend.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.intake.reading.Values;
import org.totalplace.intake.reading.matrix.Part;
import org.totalplace.spend.ledger.BudgetLine;
import org.totalplace.spend.ledger.Phase;
import org.totalplace.value.AgencyCode;

/** Reads a row of a file of budgets or outturns as ledger lines. */
final class BudgetRow {

    private static final int BODY = Layouts.BUDGETS.indexOf("body");
    private static final int OTHER_BODY = Layouts.BUDGETS.indexOf("otherBody");
    private static final int BODY_NAME = Layouts.BUDGETS.indexOf("bodyName");
    private static final int SERVICE = Layouts.BUDGETS.indexOf("service");
    private static final int YEAR = Layouts.BUDGETS.indexOf("year");
    private static final int PHASE = Layouts.BUDGETS.indexOf("phase");
    private static final int CATEGORY = Layouts.BUDGETS.indexOf("category");
    private static final int PURPOSE = Layouts.BUDGETS.indexOf("purpose");
    private static final int CAPITAL_OR_REVENUE = Layouts.BUDGETS.indexOf("capitalOrRevenue");

    private BudgetRow() {}

    /** The codes of the row's body, as printed. */
    static List<@Nullable String> codes(RowOutcome.Accepted row) {
        return Arrays.asList(row.values().text(BODY), row.values().text(OTHER_BODY));
    }

    static @Nullable String bodyName(RowOutcome.Accepted row) {
        return row.values().text(BODY_NAME);
    }

    /** Whether the row says whose money it is. */
    static boolean namesBody(RowOutcome.Accepted row) {
        return bodyName(row) != null || codes(row).stream().anyMatch(Objects::nonNull);
    }

    /** What makes a row the only one of its body: null where each row is of one service among several. */
    static @Nullable String key(RowOutcome.Accepted row, AgencyCode body) {
        Values values = row.values();
        return values.text(SERVICE) != null || values.text(CATEGORY) != null || values.text(PURPOSE) != null
                ? null
                : body + "|" + values.text(YEAR) + "|" + values.text(PHASE);
    }

    static List<BudgetLine> lines(RowOutcome.Accepted row, AgencyCode body) {
        Values values = row.values();
        String service = values.text(SERVICE);
        String category = values.text(CATEGORY);
        List<BudgetLine> lines = new ArrayList<>();
        for (Part part : values.parts()) {
            String label = part.label();
            lines.add(new BudgetLine(
                    row.row(),
                    part.number(),
                    body,
                    part.year(),
                    phase(part),
                    part.amount(),
                    PaymentRow.service(service != null ? service : label),
                    PaymentRow.capital(values.text(CAPITAL_OR_REVENUE)),
                    values.text(PURPOSE),
                    service != null && label != null ? label : category));
        }
        return lines;
    }

    /** What nothing tells is a budget, which its sender has confirmed. */
    private static Phase phase(Part part) {
        return part.phase() == null
                ? Phase.BUDGET
                : Phase.ofCode(part.phase())
                        .orElseThrow(() -> new IllegalStateException("There is no phase " + part.phase()));
    }
}
