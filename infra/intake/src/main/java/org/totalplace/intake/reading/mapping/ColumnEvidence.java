package org.totalplace.intake.reading.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.totalplace.intake.layout.Content;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.DateText;
import org.totalplace.intake.reading.cell.DayFigures;
import org.totalplace.intake.reading.cell.MonthFigures;
import org.totalplace.intake.reading.cell.MonthText;
import org.totalplace.intake.reading.cell.Numbers;
import org.totalplace.intake.reading.cell.YearlessText;
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
 * @param worded of them, those with more letters than figures
 * @param parts of them, those that say capital or revenue
 * @param flags of them, those that say whether something is so
 * @param oddDays of them, months in figures, months and days without a year, and days in figures alone
 * @param bodies of them, those that end like the name of a company or body
 */
record ColumnEvidence(
        int filled,
        int days,
        int written,
        int amounts,
        int pence,
        int numbers,
        int worded,
        int parts,
        int flags,
        int oddDays,
        int bodies) {

    private static final Pattern PART = Pattern.compile("(?:c|r|cap.*|rev.*|balance sheet|bs|hra)", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile(
            ".*\\b(?:ltd|limited|plc|llp|llc|inc|cic|council|trust|university|college|school|academy|association"
                    + "|services|solutions|group|foundation|partnership|charity|company)\\b.*",
            Pattern.DOTALL);
    private static final Set<String> FLAGS = Set.of("y", "n", "yes", "no", "true", "false", "1", "0", "x", "gpc");

    static ColumnEvidence of(List<SourceRecord> records, int column) {
        DateText text = new DateText();
        int filled = 0;
        int days = 0;
        int written = 0;
        int amounts = 0;
        int pence = 0;
        int numbers = 0;
        int worded = 0;
        int parts = 0;
        int flags = 0;
        int oddDays = 0;
        int bodies = 0;
        for (SourceRecord record : records) {
            String cell = Cells.strip(record.cell(column));
            if (Cells.isMissing(cell) || Amounts.isBareSign(cell)) {
                continue;
            }
            filled++;
            boolean plainDay = text.read(cell);
            boolean day = plainDay || MonthText.firstDay(cell) != null;
            boolean bare = cell.chars().allMatch(c -> c >= '0' && c <= '9');
            boolean amount = Amounts.isAmount(Amounts.pence(cell));
            String lower = cell.toLowerCase(Locale.ROOT);
            days += day ? 1 : 0;
            oddDays += !day && isOddDay(cell) ? 1 : 0;
            written += plainDay && !bare && text.form() != DateText.Form.SERIAL ? 1 : 0;
            amounts += amount ? 1 : 0;
            pence += amount && !bare ? 1 : 0;
            numbers += Numbers.read(cell) != null ? 1 : 0;
            worded += !bare && isWorded(cell) ? 1 : 0;
            parts += PART.matcher(lower).matches() ? 1 : 0;
            flags += FLAGS.contains(lower) || lower.contains("card") ? 1 : 0;
            bodies += BODY.matcher(lower).matches() ? 1 : 0;
        }
        return new ColumnEvidence(
                filled, days, written, amounts, pence, numbers, worded, parts, flags, oddDays, bodies);
    }

    private static boolean isOddDay(String cell) {
        return MonthFigures.of(cell) != null || YearlessText.of(cell) != null || DayFigures.of(cell) != null;
    }

    /** Whether most cells say a day or a month in a way that means one only under a header that says so. */
    boolean hasOddDays() {
        return filled > 0 && 2 * (oddDays + days) > filled && oddDays > 0;
    }

    private static boolean isWorded(String cell) {
        long letters = cell.chars().filter(Character::isLetter).count();
        long figures = cell.chars().filter(Character::isDigit).count();
        return letters > figures || (figures == 0 && !cell.isEmpty());
    }

    /** Share of the cells that can be read as the field's; all of nothing. */
    double share(Field field) {
        int good = switch (field.type()) {
            case TEXT -> ofContent(field.content());
            case DATE, TIME -> days;
            case AMOUNT -> amounts;
            case NUMBER -> numbers;
        };
        return filled == 0 ? 1 : (double) good / filled;
    }

    private int ofContent(Content content) {
        return switch (content) {
            case ANY, WORDS_RATHER, NARRATIVE -> filled;
            case WORDS -> worded;
            case CAPITAL_OR_REVENUE -> parts;
            case FLAG -> flags;
        };
    }

    /** Share of the cells that are of a field so plainly that no header is needed to tell. */
    double plainShare(Field field) {
        int plain = switch (field.type()) {
            case DATE, TIME -> written;
            case AMOUNT -> pence > 0 && written < filled / 2.0 ? amounts : 0;
            case TEXT -> field.content() == Content.WORDS ? bodies : 0;
            case NUMBER -> 0;
        };
        return filled == 0 ? 0 : (double) plain / filled;
    }

    /** Whether the column holds money, or nothing that would tell. */
    boolean mayBeMoney() {
        return filled == 0 || 2 * amounts >= filled;
    }

    /** Whether more cells hold codes than words. */
    boolean isCoded() {
        return 2 * worded < filled;
    }
}
