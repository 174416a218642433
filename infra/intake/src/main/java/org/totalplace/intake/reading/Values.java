package org.totalplace.intake.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.matrix.Part;
import org.totalplace.value.Pence;

/**
 * The cells of one accepted row, read. A field's index is its place in the layout; null is missing, which is never
 * zero.
 */
public interface Values {

    /** The cell without the space around it, of a field of any type. */
    @Nullable
    String text(int field);

    /** The day of a {@code DATE} or {@code TIME} field. */
    @Nullable
    LocalDate date(int field);

    /** The time of a {@code DATE} or {@code TIME} field; midnight where the cell has none. */
    @Nullable
    LocalDateTime time(int field);

    /** The money of an {@code AMOUNT} field. */
    @Nullable
    Pence amount(int field);

    /** The number of a {@code NUMBER} or {@code AMOUNT} field. */
    @Nullable
    BigDecimal number(int field);

    /** The amounts of a row whose amounts stand in several columns. */
    default List<Part> parts() {
        return List.of();
    }

    /** What is worth telling of this row though it was accepted, for example a date that could be read in two ways. */
    List<Problem> notes();

    /** All cells of the row as printed, for whoever refuses it after all; empty where nobody keeps them. */
    default List<String> cells() {
        return List.of();
    }
}
