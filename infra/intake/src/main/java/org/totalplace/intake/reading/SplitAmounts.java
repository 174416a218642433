package org.totalplace.intake.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.SourceRecord;

/** Payments whose capital stands in one column and whose revenue in another, of which only one would be read. */
final class SplitAmounts {

    private static final String CAPITAL = "capital";
    private static final String REVENUE = "revenue";

    private SplitAmounts() {}

    /** Refuses a table whose amounts are only those of capital or of revenue, beside a column of the others. */
    static void refuse(RecordLayout layout, FoundHeader headed, Mapping mapping, List<SourceRecord> body)
            throws FileRefused {
        String taken = mapping.columns().stream()
                .filter(column ->
                        layout.fields().get(layout.indexOf(column.field())).type() == FieldType.AMOUNT)
                .map(MappedColumn::header)
                .findFirst()
                .orElse("");
        String other = other(taken.toLowerCase(Locale.ROOT));
        int beside = IntStream.range(0, headed.headers().size())
                .filter(column -> headed.headers().get(column).equalsIgnoreCase(other))
                .filter(column -> body.stream().anyMatch(record -> isMoney(record.cell(column))))
                .findFirst()
                .orElse(-1);
        if (beside >= 0 && !layout.matrices()) {
            throw new FileRefused(
                    ProblemType.MISSING_LABEL,
                    "The amounts stand in two columns, '" + taken + "' and '"
                            + headed.headers().get(beside)
                            + "'. Put them in one column named 'Amount', with a column 'Capital or revenue' beside it"
                            + " that says which each is.");
        }
    }

    /** The header that says the one of capital and revenue that this does not; of others, none that a file has. */
    private static String other(String header) {
        boolean capital = header.contains(CAPITAL);
        boolean revenue = header.contains(REVENUE);
        if (capital == revenue) {
            return "\0";
        }
        return capital ? header.replace(CAPITAL, REVENUE) : header.replace(REVENUE, CAPITAL);
    }

    private static boolean isMoney(String cell) {
        String text = Cells.strip(cell);
        return !Cells.isMissing(text) && Amounts.isAmount(Amounts.pence(text));
    }
}
