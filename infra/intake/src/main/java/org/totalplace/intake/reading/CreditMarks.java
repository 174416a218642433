package org.totalplace.intake.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * A column that marks credits beside amounts: as such, or by the type of the document. Most ledgers print a minus as
 * well; where none does, nobody but its sender knows whether the amounts came back.
 */
final class CreditMarks {

    private static final Pattern DEBIT_OR_CREDIT =
            Pattern.compile("\\W*(?:debit|dr|d)\\W+(?:or\\W+)?(?:credit|cr|c)\\b(?: (?:indicator|flag|ind|mark))?\\W*"
                    + "|\\W*(?:credit|cr|c)\\W+(?:or\\W+)?(?:debit|dr|d)\\b(?: (?:indicator|flag|ind|mark))?\\W*");
    private static final Pattern TYPE =
            Pattern.compile("\\W*(?:(?:document|doc|transaction|trans|tran|tx|invoice|inv|posting|entry|record"
                    + "|payment|voucher|item|line|tr)\\W*)?(?:type|typ)(?: (?:code|desc|description|name))?\\W*"
                    + "|\\W*doc\\W*tp\\W*"
                    + "|\\W*(?:inv|invoice)\\W+(?:or\\W+)?(?:crn?|cn|credit(?: note)?)\\W*");
    private static final Set<String> CREDITS = Set.of("c", "cr", "credit", "h");
    private static final Pattern CREDIT_NOTE =
            Pattern.compile("(?:.*\\W)?credit\\W?(?:note|memo)s?(?:\\W.*)?|credits?|crn|crn?ote|cn|c/n|c\\.n\\.?|cr"
                    + "|crd|cred|crnt|crno|refunds?");

    private final int column;
    private final String header;
    private final String amountHeader;
    private final boolean types;
    private String last = "";
    private boolean lastMarked;
    private long rows;
    private long marked;
    private long negative;

    private CreditMarks(int column, String header, String amountHeader, boolean types) {
        this.column = column;
        this.header = header;
        this.amountHeader = amountHeader;
        this.types = types;
    }

    /** The column of a table that marks credits beside its column of amounts; null if there is none. */
    static @Nullable CreditMarks in(List<String> headers, int amountColumn) {
        CreditMarks found = null;
        for (int column = 0; column < headers.size() && found == null; column++) {
            found = of(DEBIT_OR_CREDIT, headers, column, amountColumn, false);
        }
        for (int column = 0; column < headers.size() && found == null; column++) {
            found = of(TYPE, headers, column, amountColumn, true);
        }
        return found;
    }

    private static @Nullable CreditMarks of(
            Pattern which, List<String> headers, int column, int amountColumn, boolean types) {
        String header = headers.get(column);
        boolean fits = column != amountColumn
                && which.matcher(header.toLowerCase(Locale.ROOT)).matches();
        return fits ? new CreditMarks(column, header, headers.get(amountColumn), types) : null;
    }

    /** Takes note of an accepted row. */
    void take(SourceRecord record, long pence) {
        String cell = record.cell(column);
        if (!cell.equals(last)) {
            last = cell;
            String mark = Cells.strip(cell).toLowerCase(Locale.ROOT);
            lastMarked = types ? CREDIT_NOTE.matcher(mark).matches() : CREDITS.contains(mark);
        }
        rows++;
        marked += lastMarked ? 1 : 0;
        negative += lastMarked && pence <= 0 ? 1 : 0;
    }

    /** What a person should confirm of a table whose marked credits have no minus. */
    Optional<Problem> unsigned() {
        boolean some = marked > 0 && 2 * marked < rows;
        return some && negative == 0 ? Optional.of(doubt()) : Optional.empty();
    }

    private Problem doubt() {
        return new Problem(
                ProblemType.DEVIATED_VALUE,
                null,
                header,
                null,
                "Column '" + header + "' marks some rows (" + marked + ") as credits, and their amounts in column '"
                        + amountHeader
                        + "' have no minus, so that they were read as payments. Confirm it if they are payments;"
                        + " otherwise withdraw it and send it with a minus before what came back.");
    }
}
