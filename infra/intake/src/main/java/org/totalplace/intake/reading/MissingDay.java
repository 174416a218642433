package org.totalplace.intake.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.MonthText;
import org.totalplace.intake.reading.mapping.Sample;
import org.totalplace.intake.reading.source.SourceRecord;

/** Finds what says the day of payments in a table that has no column for it. */
final class MissingDay {

    private final @Nullable Period period;
    private final String file;

    MissingDay(@Nullable Period period, String file) {
        this.period = period;
        this.file = file;
    }

    /**
     * The day of all rows.
     *
     * @param day null where headings between the rows say it
     * @param told what is to be told
     * @param doubtful whether a person has to confirm it
     */
    record Found(@Nullable LocalDate day, Problem told, boolean doubtful) {}

    /** Empty if the table lacks more than the day, or nothing says it. */
    Optional<Found> in(
            RecordLayout layout, Mapping mapping, @Nullable SourceRecord header, Sample sample, String sheet) {
        List<Field> absent = layout.fields().stream()
                .filter(field -> field.required() && !mapping.has(field.name()))
                .toList();
        boolean ofMoney = layout.fields().stream()
                .anyMatch(field -> field.required() && field.type() == FieldType.AMOUNT && mapping.has(field.name()));
        if (!ofMoney || absent.size() != 1 || absent.getFirst().type() != FieldType.DATE) {
            return Optional.empty();
        }
        List<SourceRecord> body = sample.body(header);
        if (!body.isEmpty() && Sections.month(body.getFirst()) != null) {
            return Optional.of(found(null, "headings between the rows", false, sheet));
        }
        LocalDate printed = printed(header, sample, sheet);
        if (printed != null && (period == null || period.contains(printed))) {
            return Optional.of(found(printed, "the title or the sheet's name", period == null, sheet));
        }
        if (period != null) {
            return Optional.of(found(period.from(), "the period that you sent it for", false, sheet));
        }
        LocalDate named = MonthText.in(file);
        return named == null ? Optional.empty() : Optional.of(found(named, "the file's name", true, sheet));
    }

    /** The first of the months of days without a year, by what stands around a table; null if nothing says it. */
    @Nullable
    FirstMonth firstMonth(FoundHeader headed, Sample sample) {
        SourceRecord header = headed.header();
        String titles = header == null ? "" : titles(header, sample);
        return FirstMonth.of(period, headed.name() + "; " + titles, file);
    }

    private static @Nullable LocalDate printed(@Nullable SourceRecord header, Sample sample, String sheet) {
        LocalDate ofSheet = MonthText.in(sheet);
        if (ofSheet != null || header == null) {
            return ofSheet;
        }
        return MonthText.in(titles(header, sample));
    }

    /** What stands above a header. */
    private static String titles(SourceRecord header, Sample sample) {
        return sample.all().stream()
                .filter(record -> record.number() < header.number())
                .map(record -> Arrays.stream(record.cells())
                        .filter(cell -> !Cells.isEmpty(cell))
                        .collect(Collectors.joining(" ", "", "; ")))
                .collect(Collectors.joining());
    }

    private static Found found(@Nullable LocalDate day, String by, boolean doubtful, String sheet) {
        String where = sheet.isEmpty() ? "" : "Sheet '" + sheet + "': ";
        String dated = day == null
                ? "the first day of the month that stands above them"
                : day + ", the first day of " + (day.getDayOfMonth() == 1 ? YearMonth.from(day) : "the period");
        String advice = doubtful
                ? " Confirm it if that is right; otherwise withdraw it and send it with the period that it is about."
                : " Add a column with the day of each payment if you can.";
        Problem told = Problem.ofFile(
                ProblemType.MISSING_LABEL,
                where + "No column says the day. By " + by + " the rows were dated " + dated + "." + advice);
        return new Found(day, told, doubtful);
    }
}
