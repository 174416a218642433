package org.totalplace.intake.reading.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

    /** Hands over each record. */
    public void forEach(Consumer<SourceRecord> consumer) {
        records.forEach(consumer);
    }

    /** Whether some record has both a day and an amount, which notes have not. */
    public boolean hasDayAndAmount() {
        DateText text = new DateText();
        return records.stream().anyMatch(record -> {
            boolean day = false;
            boolean amount = false;
            for (String cell : record.cells()) {
                String stripped = Cells.strip(cell);
                boolean isDay = text.read(stripped) && text.form() != DateText.Form.SERIAL;
                day |= isDay;
                amount |= !isDay && Amounts.isAmount(Amounts.pence(stripped));
            }
            return day && amount;
        });
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
