package org.totalplace.intake.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.Policy;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.value.Pence;

/** What becomes of a delivery that was read to its end. A pure function of what was counted. */
sealed interface Verdict {

    /** How many times the feed's usual total is unusual. */
    long UNUSUAL = 3;

    /** From so many refused rows on, a file of which more is refused than taken is asked about. */
    int MANY = 10;

    record Publish() implements Verdict {}

    record Refuse(Problem why) implements Verdict {}

    record AskFirst(List<Problem> why) implements Verdict {}

    /**
     * @param usualTotal the median of the feed's earlier totals, or null when there are too few of them
     * @param others doubts that do not come from the file alone
     */
    static Verdict of(
            Delivery delivery,
            RecordLayout layout,
            Mapping mapping,
            Accounts accounts,
            @Nullable Pence usualTotal,
            List<Problem> others) {
        Problem refusal = refusal(delivery, accounts);
        if (refusal != null) {
            return new Refuse(refusal);
        }
        List<Problem> doubts = new ArrayList<>();
        if (delivery.status() != DeliveryStatus.CONFIRMED) {
            doubtfulColumns(layout, mapping, doubts);
            doubts.addAll(others);
            mostlyRefused(accounts, doubts);
            if (usualTotal != null && isUnusual(accounts.acceptedAmount(), usualTotal)) {
                doubts.add(Problem.ofFile(
                        ProblemType.DEVIATED_VALUE,
                        "The total of £" + accounts.acceptedAmount() + " is over " + UNUSUAL
                                + " times this feed's usual £" + usualTotal + ". Confirm it if it is right."));
            }
        }
        return doubts.isEmpty() ? new Publish() : new AskFirst(doubts);
    }

    /** The same, save that what the reader doubts is asked of a person before it is published. */
    default Verdict unlessDoubted(Delivery delivery, List<Problem> doubts) {
        if (doubts.isEmpty() || delivery.status() == DeliveryStatus.CONFIRMED) {
            return this;
        }
        return switch (this) {
            case Publish() -> new AskFirst(doubts);
            case AskFirst(List<Problem> why) ->
                new AskFirst(Stream.concat(why.stream(), doubts.stream()).toList());
            case Refuse refuse -> refuse;
        };
    }

    private static @Nullable Problem refusal(Delivery delivery, Accounts accounts) {
        long refused = accounts.refused();
        if (refused > 0 && delivery.feed().policy() == Policy.ALL_OR_NOTHING) {
            return Problem.ofFile(
                    ProblemType.CONSTRAINT_ERROR,
                    refused + " of " + accounts.read()
                            + " rows cannot be accepted, and this feed takes all or nothing. Mend "
                            + "them and send the file again.");
        }
        if (refused > 0 && accounts.accepted() == 0) {
            return Problem.ofFile(ProblemType.CONSTRAINT_ERROR, "None of the " + refused + " rows can be accepted.");
        }
        Long rows = delivery.declaredRows();
        long arrived = accounts.accepted() + refused;
        if (rows != null && rows != arrived) {
            return Problem.ofFile(
                    ProblemType.ROW_COUNT,
                    "You declared " + rows + " rows and the file has " + arrived
                            + ". Send the whole file, or mend the number.");
        }
        Pence total = delivery.declaredTotal();
        Pence amount = accounts.acceptedAmount().plus(accounts.refusedAmount());
        if (total != null && !total.equals(amount)) {
            return Problem.ofFile(
                    ProblemType.DEVIATED_VALUE,
                    "You declared a total of £" + total + " and the file adds up to £" + amount + ", a difference of £"
                            + amount.minus(total) + ".");
        }
        return null;
    }

    /** One fault that is in most of the rows is mended in the file; what is left of it is seldom what was meant. */
    private static void mostlyRefused(Accounts accounts, List<Problem> doubts) {
        long refused = accounts.refused();
        if (refused >= MANY && refused > accounts.accepted()) {
            doubts.add(Problem.ofFile(
                    ProblemType.CONSTRAINT_ERROR,
                    refused + " of " + (refused + accounts.accepted()) + " rows cannot be accepted, and only the other "
                            + accounts.accepted() + " would count. Mend the file and send it again; or confirm it if"
                            + " these rows alone are right."));
        }
    }

    private static void doubtfulColumns(RecordLayout layout, Mapping mapping, List<Problem> doubts) {
        if (mapping.source() != Mapping.Source.INFERRED) {
            return;
        }
        for (MappedColumn column : mapping.columns()) {
            boolean required =
                    layout.fields().get(layout.indexOf(column.field())).required();
            if (required && column.confidence() < Mapping.DOUBTFUL) {
                doubts.add(new Problem(
                        ProblemType.INCORRECT_LABEL,
                        null,
                        column.header(),
                        null,
                        "The column '" + column.header() + "' was taken for '" + column.field() + "' (" + column.why()
                                + "). Confirm it if it is right."));
            }
        }
    }

    private static boolean isUnusual(Pence total, Pence usual) {
        return Math.abs(total.value()) / UNUSUAL > Math.abs(usual.value());
    }
}
