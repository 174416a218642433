package org.totalplace.intake.delivery;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.RowOutcome;
import org.totalplace.intake.reading.matrix.Part;
import org.totalplace.value.Pence;

/** Enters what became of rows into the accounts of their file. */
final class Tally {

    private final RecordLayout layout;
    private final Accounts accounts;
    private final int amountField;
    private final int dateField;
    private final boolean personal;

    Tally(RecordLayout layout, Accounts accounts) {
        this.layout = layout;
        this.accounts = accounts;
        this.amountField = first(layout, FieldType.AMOUNT);
        this.dateField = first(layout, FieldType.DATE);
        this.personal = layout.fields().stream().anyMatch(Field::personal);
    }

    void accept(RowOutcome.Accepted row) {
        LocalDate day = dateField < 0 ? null : row.values().date(dateField);
        accounts.accept(amount(row), day);
        accounts.cover(row.values().parts());
        row.values().notes().forEach(accounts::tell);
    }

    /** A row that could be read, and that the service refuses. */
    void refuse(RowOutcome.Accepted row, Problem objection) {
        accounts.refuse(amount(row));
        accounts.tell(objection);
    }

    /** A row that could be read, and that stands beside the records. */
    void leaveOut(Problem why) {
        accounts.setAside();
        accounts.tell(why);
    }

    void refuse(RowOutcome.Refused row) {
        accounts.refuse(row.amount());
        row.problems().forEach(accounts::tell);
    }

    void setAside(RowOutcome.SetAside row) {
        if (row.why() == ProblemType.TOTAL_ROW) {
            accounts.setAside();
        }
        String printed = String.join(" ", row.cells()).strip();
        accounts.tell(new Problem(
                row.why(),
                row.row(),
                null,
                personal ? null : printed,
                row.why() == ProblemType.TOTAL_ROW
                        ? "This row is a total, not a record; it was set aside and not counted."
                        : "This row is a title, not a record; it was set aside."));
    }

    /** Says what all rows go without, since no column of the file was taken for it. */
    void tellOfMissing(Mapping mapping) {
        List<String> others = mapping.unmappedHeaders();
        String leftAside = others.isEmpty()
                ? ""
                : " Left aside are '" + String.join("', '", others) + "'; if one of them holds it, say so in the feed's"
                        + " mapping.";
        layout.missedIn(mapping)
                .forEach(field -> accounts.tell(new Problem(
                        ProblemType.MISSING_LABEL,
                        null,
                        field.name(),
                        null,
                        "No column for the " + field.words() + " was found, so all rows count without one."
                                + leftAside)));
    }

    private @Nullable Pence amount(RowOutcome.Accepted row) {
        if (layout.matrices()) {
            return row.values().parts().stream().map(Part::amount).reduce(Pence.ZERO, Pence::plus);
        }
        return amountField < 0 ? null : row.values().amount(amountField);
    }

    private static int first(RecordLayout layout, FieldType type) {
        for (int i = 0; i < layout.fields().size(); i++) {
            if (layout.fields().get(i).type() == type) {
                return i;
            }
        }
        return -1;
    }
}
