package org.totalplace.intake.reading;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.SourceRecord;

/** Two tables beside one another on a sheet, of which only the first would be read. */
final class SideBySide {

    private SideBySide() {}

    /** Refuses a table whose columns of days and of amounts both stand there a second time, with amounts in them. */
    static void refuse(RecordLayout layout, FoundHeader headed, Mapping mapping, List<SourceRecord> body)
            throws FileRefused {
        OptionalInt day = again(layout, FieldType.DATE, headed, mapping);
        OptionalInt amount = again(layout, FieldType.AMOUNT, headed, mapping);
        if (layout.matrices() || day.isEmpty() || amount.isEmpty()) {
            return;
        }
        boolean money = body.stream()
                .map(record -> Cells.strip(record.cell(amount.getAsInt())))
                .anyMatch(cell -> !Cells.isMissing(cell) && Amounts.isAmount(Amounts.pence(cell)));
        if (money) {
            throw new FileRefused(
                    ProblemType.DUPLICATE_LABEL,
                    "Two tables stand side by side: column '"
                            + headed.headers().get(amount.getAsInt())
                            + "' is there twice with amounts, and so is column '"
                            + headed.headers().get(day.getAsInt())
                            + "'. Put one table below the other, or give each a sheet of its own.");
        }
    }

    private static OptionalInt again(RecordLayout layout, FieldType type, FoundHeader headed, Mapping mapping) {
        List<MappedColumn> taken = mapping.columns().stream()
                .filter(column ->
                        layout.fields().get(layout.indexOf(column.field())).type() == type)
                .toList();
        return IntStream.range(0, headed.headers().size())
                .filter(column -> taken.stream()
                        .anyMatch(known -> known.column() < column
                                && known.header()
                                        .equalsIgnoreCase(headed.headers().get(column))))
                .findFirst();
    }
}
