package org.totalplace.intake.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.MonthText;
import org.totalplace.intake.reading.cell.YearlessText;
import org.totalplace.intake.reading.source.SourceRecord;

/** Tables of payments that have a column a month instead of a row a payment. */
final class MonthColumns {

    private static final int SEVERAL = 2;

    private MonthColumns() {}

    /** The refusal of a table without days whose amounts stand below months; empty if it is none. */
    static Optional<FileRefused> in(FoundHeader headed, List<SourceRecord> body) {
        List<String> months = IntStream.range(0, headed.headers().size())
                .filter(column -> isMonth(headed.headers().get(column)))
                .filter(column -> body.stream().anyMatch(record -> isAmount(record.cell(column))))
                .mapToObj(column -> headed.headers().get(column))
                .toList();
        return months.size() < SEVERAL
                ? Optional.empty()
                : Optional.of(new FileRefused(
                        ProblemType.MISSING_LABEL,
                        "The amounts stand in a column a month ('" + String.join("', '", months)
                                + "'), and no column says the day. Send a row for each payment, with its day and its"
                                + " amount."));
    }

    private static boolean isMonth(String header) {
        return MonthText.firstDay(header) != null || YearlessText.of(header) != null;
    }

    private static boolean isAmount(String cell) {
        String text = Cells.strip(cell);
        return !Cells.isMissing(text) && Amounts.isAmount(Amounts.pence(text));
    }
}
