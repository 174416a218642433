package org.totalplace.intake.reading.mapping;

import java.util.List;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.DateText;
import org.totalplace.intake.reading.cell.Numbers;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * What the cells of a column in the sample can be read as.
 *
 * @param filled cells that are not missing
 * @param days of them, days
 * @param written of the days, those that are plainly written as one and no bare number
 * @param amounts of them, amounts of money
 * @param pence of the amounts, those with pence, a sign or commas
 * @param numbers of them, numbers
 */
record ColumnEvidence(int filled, int days, int written, int amounts, int pence, int numbers) {

    static ColumnEvidence of(List<SourceRecord> records, int column) {
        DateText text = new DateText();
        int filled = 0;
        int days = 0;
        int written = 0;
        int amounts = 0;
        int pence = 0;
        int numbers = 0;
        for (SourceRecord record : records) {
            String cell = Cells.strip(record.cell(column));
            if (Cells.isMissing(cell) || Amounts.isBareSign(cell)) {
                continue;
            }
            filled++;
            boolean day = text.read(cell);
            boolean bare = cell.chars().allMatch(c -> c >= '0' && c <= '9');
            boolean amount = Amounts.isAmount(Amounts.pence(cell));
            days += day ? 1 : 0;
            written += day && !bare && text.form() != DateText.Form.SERIAL ? 1 : 0;
            amounts += amount ? 1 : 0;
            pence += amount && !bare ? 1 : 0;
            numbers += Numbers.read(cell) != null ? 1 : 0;
        }
        return new ColumnEvidence(filled, days, written, amounts, pence, numbers);
    }

    /** Share of the cells that can be read as a type; all of text and of nothing. */
    double share(FieldType type) {
        int good = switch (type) {
            case TEXT -> filled;
            case DATE, TIME -> days;
            case AMOUNT -> amounts;
            case NUMBER -> numbers;
        };
        return filled == 0 ? 1 : (double) good / filled;
    }

    /** Share of the cells that are of a type so plainly that no header is needed to tell. */
    double plainShare(FieldType type) {
        int plain = switch (type) {
            case DATE, TIME -> written;
            case AMOUNT -> pence > 0 && written < filled / 2.0 ? amounts : 0;
            case TEXT, NUMBER -> 0;
        };
        return filled == 0 ? 0 : (double) plain / filled;
    }
}
