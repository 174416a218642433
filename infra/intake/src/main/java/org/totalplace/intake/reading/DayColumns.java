package org.totalplace.intake.reading;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
 * @param from first of the months of days without a year; null if nothing says it
 * @param problems to which is added what is worth telling
 * @param doubts to which is added what a person should confirm
 */
record DayColumns(
        DataFile data,
        int sheet,
        List<String> headers,
        ReadingOptions options,
        @Nullable FirstMonth from,
        List<Problem> problems,
        List<Problem> doubts) {

    private static final String CONFIRM =
            " Confirm it if that is right; otherwise withdraw it and send it with the period that it is about.";

    /** The reader of one column, or of several that are joined, of which it is the first. */
    DayReader reader(Field field, int column, boolean joined, Sample sample) throws IOException {
        Period period = field.personal() || field.type() == FieldType.TIME ? null : options.period();
        DayEvidence first = new DayEvidence(period);
        sample.forEach(record -> first.add(Cells.strip(record.cell(column))));
        DayEvidence evidence = first.hasFigures() ? wholeEvidence(column, period) : first;
        if ((joined || first.months() > 0) && field.required()) {
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
        tellYears(field, column, first.years());
        DayReader.Years years = new DayReader.Years(
                from == null ? null : from.month(),
                first.years().hasFigures(),
                first.years().isFinancial());
        return new DayReader(field, period, order, mixed, mixed || evidence.showsSwaps(order), years);
    }

    /** What stands for the year where cells have none, and for what six figures were taken. */
    private void tellYears(Field field, int column, YearEvidence years) {
        String header = headers.get(column);
        if (!field.required() || field.type() != FieldType.DATE) {
            return;
        }
        if (years.isYearless() && from != null) {
            String told = "Column '" + header + "' has days or months without a year; by " + from.by()
                    + " they were read as days of the twelve months from " + from.month() + ".";
            (from.doubtful() ? doubts : problems)
                    .add(aboutDays(header, told + (from.doubtful() ? CONFIRM : " Send the years if you can.")));
        }
        boolean named = header.toLowerCase(Locale.ROOT).contains("month") && !years.isFinancial();
        if (years.hasFigures()) {
            String told = "Column '" + header + "' has months in figures, such as 202304, which were read as "
                    + (years.isFinancial()
                            ? "periods of the financial year, so that 202304 is July 2023"
                            : "months of the calendar, so that 202304 is April 2023")
                    + "; each row was dated the first day of it.";
            boolean doubtful = years.isUnsettled() && !named;
            (doubtful ? doubts : problems)
                    .add(aboutDays(header, told + (doubtful ? CONFIRM : " Send the days if you can.")));
        }
    }

    private static Problem aboutDays(String header, String message) {
        return new Problem(ProblemType.AMBIGUOUS_DATE, null, header, null, message);
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
