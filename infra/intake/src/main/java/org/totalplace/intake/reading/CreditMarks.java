package org.totalplace.intake.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * A column that marks credits beside amounts. Most ledgers print a minus as well; where none does, nobody but its
 * sender knows whether the amounts came back.
 */
final class CreditMarks {

    private static final Pattern HEADER =
            Pattern.compile("\\W*(?:debit|dr|d)\\W+(?:or\\W+)?(?:credit|cr|c)\\b(?: (?:indicator|flag|ind|mark))?\\W*"
                    + "|\\W*(?:credit|cr|c)\\W+(?:or\\W+)?(?:debit|dr|d)\\b(?: (?:indicator|flag|ind|mark))?\\W*");
    private static final Set<String> CREDITS = Set.of("c", "cr", "credit", "h");

    private CreditMarks() {}

    /** What a person should confirm of a table whose marked credits have no minus. */
    static Optional<Problem> unsigned(Mapping mapping, List<String> headers, List<SourceRecord> body) {
        int amount = mapping.columns().stream()
                .filter(column -> column.field().equals("amount"))
                .mapToInt(MappedColumn::column)
                .findFirst()
                .orElse(-1);
        for (int column = 0; amount >= 0 && column < headers.size(); column++) {
            int mark = column;
            if (!HEADER.matcher(headers.get(column).toLowerCase(Locale.ROOT)).matches()) {
                continue;
            }
            List<Long> marked = body.stream()
                    .filter(record ->
                            CREDITS.contains(Cells.strip(record.cell(mark)).toLowerCase(Locale.ROOT)))
                    .map(record -> Amounts.pence(Cells.strip(record.cell(amount))))
                    .filter(Amounts::isAmount)
                    .toList();
            boolean some = !marked.isEmpty() && 2 * marked.size() < body.size();
            if (some && marked.stream().allMatch(pence -> pence > 0)) {
                return Optional.of(doubt(headers.get(column), headers.get(amount)));
            }
        }
        return Optional.empty();
    }

    private static Problem doubt(String mark, String amount) {
        return new Problem(
                ProblemType.DEVIATED_VALUE,
                null,
                mark,
                null,
                "Column '" + mark + "' marks some rows as credits, and their amounts in column '" + amount
                        + "' have no minus, so that they were read as payments. Confirm it if they are payments;"
                        + " otherwise withdraw it and send it with a minus before what came back.");
    }
}
