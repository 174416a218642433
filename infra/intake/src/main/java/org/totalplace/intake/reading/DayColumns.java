package org.totalplace.intake.reading;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.mapping.Sample;
import org.totalplace.intake.reading.source.DataFile;
import org.totalplace.intake.reading.source.Records;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * Finds how the columns of days of one sheet are to be read, before any row is.
 *
 * @param problems to which is added what is worth telling
 * @param doubts to which is added what a person should confirm
 */
record DayColumns(
        DataFile data,
        int sheet,
        List<String> headers,
        ReadingOptions options,
        List<Problem> problems,
        List<Problem> doubts) {

    /** The reader of one column. */
    DayReader reader(Field field, int column, Sample sample) throws IOException {
        Period period = field.personal() || field.type() == FieldType.TIME ? null : options.period();
        DayEvidence first = new DayEvidence(period);
        sample.forEach(record -> first.add(Cells.strip(record.cell(column))));
        DayEvidence evidence = first.hasFigures() ? wholeEvidence(column, period) : first;
        if (first.months() > 0 && field.required()) {
            tellMonths(column);
        }
        DateOrder declared = options.dateOrder();
        if (declared == null && (evidence.isSilent() || evidence.isMixed())) {
            tellOrder(column, evidence);
        }
        DateOrder order = declared == null ? evidence.order() : declared;
        if (declared == null && period == null && field.required() && !evidence.isMixed()) {
            doubtOrder(column, evidence.swapsUnlessTold(order));
        }
        boolean mixed = declared == null && evidence.isMixed();
        return new DayReader(field, period, order, mixed, mixed || evidence.showsSwaps(order));
    }

    private DayEvidence wholeEvidence(int column, @Nullable Period period) throws IOException {
        DayEvidence evidence = new DayEvidence(period);
        try (Records records = data.records(sheet)) {
            for (SourceRecord record = records.next(); record != null; record = records.next()) {
                evidence.add(Cells.strip(record.cell(column)));
            }
        }
        return evidence;
    }

    /** Without a period nothing is put right, but what looks swapped is not published unseen. */
    private void doubtOrder(int column, long swapped) {
        if (swapped > 0) {
            String header = headers.get(column);
            doubts.add(new Problem(
                    ProblemType.AMBIGUOUS_DATE,
                    null,
                    header,
                    null,
                    swapped + " days in column '" + header
                            + "' fall outside the months of the others unless day and month"
                            + " are swapped, as spreadsheets sometimes do. Send the file with the period that it is"
                            + " about, by which they are read; or confirm that they are right."));
        }
    }

    private void tellMonths(int column) {
        String header = headers.get(column);
        problems.add(new Problem(
                ProblemType.AMBIGUOUS_DATE,
                null,
                header,
                null,
                "Column '" + header + "' has months, quarters or periods where the day would be; each was dated the"
                        + " first day of it. Send the days if you can."));
    }

    private void tellOrder(int column, DayEvidence evidence) {
        String header = headers.get(column);
        String message = evidence.isMixed()
                ? "Column '" + header + "' has days with the day first and others with the month first."
                : "No day in column '" + header + "' tells whether the day or the month comes first; they were read"
                        + " with the day first. Check this, or say the order in the feed's settings.";
        problems.add(new Problem(ProblemType.AMBIGUOUS_DATE, null, header, null, message));
    }
}
