package org.totalplace.intake.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.matrix.Part;
import org.totalplace.value.Pence;

/** The values of one row in arrays, since there may be millions of them. */
final class RowValues implements Values {

    private final @Nullable String[] texts;
    private final @Nullable Object[] values;
    private final Findings findings;
    private final String[] cells;
    private final List<Part> parts;

    RowValues(@Nullable String[] texts, @Nullable Object[] values, Findings findings, String[] cells) {
        this(texts, values, findings, cells, List.of());
    }

    RowValues(
            @Nullable String[] texts, @Nullable Object[] values, Findings findings, String[] cells, List<Part> parts) {
        this.cells = cells;
        this.texts = texts;
        this.values = values;
        this.findings = findings;
        this.parts = parts;
    }

    Findings findings() {
        return findings;
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public @Nullable String text(int field) {
        return texts[field];
    }

    @Override
    public @Nullable LocalDate date(int field) {
        return values[field] instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) values[field];
    }

    @Override
    public @Nullable LocalDateTime time(int field) {
        return values[field] instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) values[field];
    }

    @Override
    public @Nullable Pence amount(int field) {
        return (Pence) values[field];
    }

    @Override
    public @Nullable BigDecimal number(int field) {
        return values[field] instanceof Pence pence ? pence.pounds() : (BigDecimal) values[field];
    }

    @Override
    public List<Problem> notes() {
        return findings.notes();
    }

    @Override
    public List<String> cells() {
        return List.of(cells);
    }
}
