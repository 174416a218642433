package org.totalplace.intake.reading.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.DateText;
import org.totalplace.intake.reading.source.SourceRecord;

/** The first records of a table that are not blank. */
public final class Sample {

    /** The header stands within so many records, or anywhere if it is plainly one. */
    private static final int HEADER_WITHIN = 30;

    private static final int MOST = 230;
    private static final double MOST_OF = 0.8;
    private static final double SOME_OF = 0.3;
    /** Of publishing what is spent. */
    private static final int FIRST_YEAR = 2000;

    private final List<SourceRecord> records = new ArrayList<>();

    /** Takes a record and tells whether more are wanted. */
    public boolean add(SourceRecord record) {
        if (!Cells.areEmpty(record.cells())) {
            records.add(record);
        }
        return records.size() < MOST;
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    /** All of them. */
    public List<SourceRecord> all() {
        return List.copyOf(records);
    }

    /** Hands over each record. */
    public void forEach(Consumer<SourceRecord> consumer) {
        records.forEach(consumer);
    }

    /** Whether the records have both a day and an amount, which notes and lists of codes have not. */
    public boolean hasDayAndAmount() {
        DateText text = new DateText();
        long written = records.stream()
                .filter(record ->
                        isDayAndAmount(record, cell -> text.read(cell) && text.form() != DateText.Form.SERIAL))
                .count();
        long several = records.stream().filter(record -> filled(record) > 1).count();
        return (written > 0 && 2 * written >= several) || hasSerialDays(text);
    }

    private static boolean isDayAndAmount(SourceRecord record, Predicate<String> isDay) {
        boolean day = false;
        boolean amount = false;
        for (String cell : record.cells()) {
            String stripped = Cells.strip(cell);
            boolean here = isDay.test(stripped);
            day |= here;
            amount |= !here && Amounts.isAmount(Amounts.pence(stripped));
        }
        return day && amount;
    }

    /**
     * Whether one column has hardly anything but days as spreadsheets count them, close to one another, and another
     * one pence: codes may look like either, but not both beside one another.
     */
    private boolean hasSerialDays(DateText text) {
        int width =
                records.stream().mapToInt(record -> record.cells().length).max().orElse(0);
        boolean days = false;
        boolean pence = false;
        for (int column = 0; column < width; column++) {
            int at = column;
            List<String> cells = records.stream()
                    .map(record -> Cells.strip(record.cell(at)))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            List<LocalDate> serials = cells.stream()
                    .filter(cell -> text.read(cell) && text.form() == DateText.Form.SERIAL)
                    .map(cell -> dayOf(text, cell))
                    .toList();
            days |= !cells.isEmpty() && serials.size() >= MOST_OF * cells.size() && areClose(serials);
            pence |= cells.stream().filter(Sample::hasPence).count() >= SOME_OF * Math.max(1, cells.size());
        }
        return days && pence;
    }

    private static LocalDate dayOf(DateText text, String cell) {
        text.read(cell);
        return text.day(false);
    }

    private static boolean areClose(List<LocalDate> days) {
        LocalDate first = Collections.min(days);
        LocalDate last = Collections.max(days);
        return first.getYear() >= FIRST_YEAR && last.isBefore(first.plusYears(2));
    }

    private static boolean hasPence(String cell) {
        return cell.indexOf('.') >= 0 && Amounts.isAmount(Amounts.pence(cell));
    }

    private static long filled(SourceRecord record) {
        return Arrays.stream(record.cells())
                .filter(cell -> !Cells.isEmpty(cell))
                .count();
    }

    /** The records among which the header is looked for. */
    List<SourceRecord> first() {
        return records.subList(0, Math.min(records.size(), HEADER_WITHIN));
    }

    List<SourceRecord> records() {
        return records;
    }

    /** The records other than the header, and only those below it where titles may stand above. */
    public List<SourceRecord> body(@Nullable SourceRecord header) {
        if (header == null) {
            return records;
        }
        List<SourceRecord> below = records.stream()
                .filter(record -> record.number() > header.number())
                .toList();
        boolean among = records.stream().anyMatch(record -> record.number() == header.number());
        return among && !below.isEmpty()
                ? below
                : records.stream().filter(r -> r.number() != header.number()).toList();
    }
}
