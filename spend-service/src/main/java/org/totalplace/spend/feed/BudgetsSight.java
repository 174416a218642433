package org.totalplace.spend.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.delivery.Delivery;
import org.totalplace.intake.delivery.Receiving;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.spend.body.Body;
import org.totalplace.spend.function.ServiceLines;
import org.totalplace.spend.ledger.BudgetLine;
import org.totalplace.value.AgencyCode;

/** What becomes of the rows of one file of budgets or outturns, whether it is posted or only looked at. */
final class BudgetsSight implements Receiving.Sight {

    private final AgencyCode agency;
    private final BudgetBodies bodies;
    private final Map<String, Long> listed = new HashMap<>();

    private BudgetsSight(AgencyCode agency, BudgetBodies bodies) {
        this.agency = agency;
        this.bodies = bodies;
    }

    static BudgetsSight of(Connection connection, Delivery delivery) throws SQLException {
        return new BudgetsSight(delivery.feed().agency(), BudgetBodies.read(connection));
    }

    @Override
    public Optional<Problem> leavesOut(RowOutcome.Accepted row) {
        Optional<AgencyCode> body = body(row);
        if (body.isEmpty()) {
            return BudgetRow.codes(row).stream().anyMatch(BudgetBodies::isArea)
                    ? Optional.of(problem(
                            ProblemType.TOTAL_ROW,
                            row,
                            "This row is of a country, a region or a class of bodies: it adds up others, and was set"
                                    + " aside and not counted."))
                    : Optional.empty();
        }
        String key = BudgetRow.key(row, body.get());
        Long first = key == null || !BudgetRow.namesBody(row) ? null : listed.putIfAbsent(key, row.row());
        return first == null
                ? Optional.empty()
                : Optional.of(problem(
                        ProblemType.DUPLICATE_ROW,
                        row,
                        "This body was listed in row " + first + " already. The first listing counts; this one was set"
                                + " aside."));
    }

    @Override
    public Optional<Problem> objection(RowOutcome.Accepted row) {
        Optional<AgencyCode> body = body(row);
        if (body.isEmpty()) {
            return Optional.of(problem(ProblemType.UNKNOWN_BODY, row, unknown(row)));
        }
        if (!BudgetRow.namesBody(row) && !bodies.isRegistered(body.get())) {
            return Optional.of(Registrations.lacking(agency, row.row(), null));
        }
        List<BudgetLine> read = BudgetRow.lines(row, body.get());
        if (read.stream().anyMatch(line -> line.service().length() > ServiceLines.LONGEST)) {
            return Optional.of(problem(
                    ProblemType.CONSTRAINT_ERROR,
                    row,
                    "The service has more than " + ServiceLines.LONGEST + " characters; is the column the right one?"));
        }
        return Optional.empty();
    }

    /** A file that names no bodies is of the agency whose feed it came by. */
    Optional<AgencyCode> body(RowOutcome.Accepted row) {
        return BudgetRow.namesBody(row)
                ? bodies.of(BudgetRow.codes(row), BudgetRow.bodyName(row))
                : Optional.of(agency);
    }

    private static String unknown(RowOutcome.Accepted row) {
        Body nearest = BudgetBodies.nearest(BudgetRow.bodyName(row));
        return "No registered agency and no official body goes by " + printed(row) + "."
                + (nearest == null
                        ? " Mend the code or the name, or ask a steward to register the body."
                        : " Did you mean " + nearest.name() + " (" + nearest.code() + ")?");
    }

    private static String printed(RowOutcome.Accepted row) {
        return Stream.concat(BudgetRow.codes(row).stream(), Stream.of(BudgetRow.bodyName(row)))
                .filter(Objects::nonNull)
                .map(text -> "'" + text + "'")
                .collect(Collectors.joining(" or "));
    }

    private static Problem problem(ProblemType type, RowOutcome.Accepted row, String message) {
        @Nullable String name = BudgetRow.bodyName(row);
        return new Problem(
                type,
                row.row(),
                null,
                name != null
                        ? name
                        : BudgetRow.codes(row).stream()
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                message);
    }
}
