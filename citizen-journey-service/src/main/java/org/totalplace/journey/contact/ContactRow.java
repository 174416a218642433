package org.totalplace.journey.contact;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.intake.reading.Values;

/**
 * One row of a contacts delivery.
 *
 * @param references whom the contact was with, each once
 * @param units of activity; 1 where the row says none
 * @param deleted whether the row takes the contact back: its type says {@code deleted}
 */
record ContactRow(
        String recordId,
        List<String> references,
        String service,
        String type,
        LocalDateTime start,
        @Nullable LocalDateTime end,
        BigDecimal units,
        @Nullable String outcome,
        boolean deleted) {

    static final String DELETED = "deleted";
    private static final BigDecimal MOST_UNITS = new BigDecimal(1_000_000);
    private static final int DECIMALS = 3;
    private static final int FIRST_YEAR = 1901;
    private static final int LAST_YEAR = 2199;

    static ContactRow read(Values values, RecordLayout layout) {
        String type = text(values, layout, "type");
        return new ContactRow(
                text(values, layout, "recordId"),
                references(text(values, layout, "reference")),
                text(values, layout, "service"),
                type,
                Objects.requireNonNull(values.time(layout.indexOf("start")), "start is required by the layout"),
                values.time(layout.indexOf("end")),
                Objects.requireNonNullElse(values.number(layout.indexOf("units")), BigDecimal.ONE),
                values.text(layout.indexOf("outcome")),
                type.toLowerCase(Locale.ROOT).equals(DELETED));
    }

    /** Why the row cannot be taken, if it cannot. */
    Optional<Problem> objection(long row) {
        if (references.isEmpty()) {
            return refused(
                    ProblemType.REQUIRED_VALUE,
                    row,
                    "reference",
                    "The contact names nobody; give at least one reference.");
        }
        if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            return refused(
                    ProblemType.CONSTRAINT_ERROR,
                    row,
                    "start",
                    "No contact began in " + start.getYear() + ": some systems write such a day where they know none. "
                            + "Give the day, or leave the row out.");
        }
        if (end != null && end.isBefore(start)) {
            return refused(
                    ProblemType.CONSTRAINT_ERROR,
                    row,
                    "end",
                    "The contact ends " + end + " before it starts " + start + "; mend one of the two.");
        }
        if (units.signum() < 0 || units.compareTo(MOST_UNITS) > 0) {
            return refused(
                    ProblemType.CONSTRAINT_ERROR,
                    row,
                    "units",
                    "A contact has 0 to " + MOST_UNITS + " units of activity, not " + units.toPlainString() + ".");
        }
        return units.stripTrailingZeros().scale() > DECIMALS
                ? refused(
                        ProblemType.CONSTRAINT_ERROR,
                        row,
                        "units",
                        "Units are counted in thousandths; " + units.toPlainString() + " has more decimals.")
                : Optional.empty();
    }

    /** Exact, for {@link #objection} refuses what is finer. */
    long thousandths() {
        return units.movePointRight(DECIMALS).longValueExact();
    }

    private static Optional<Problem> refused(ProblemType type, long row, String field, String message) {
        // The cell is left out: what stands beside a reference may say something about a person.
        return Optional.of(new Problem(type, row, field, null, message));
    }

    private static List<String> references(String cell) {
        return Stream.of(cell.split(";"))
                .map(String::strip)
                .filter(reference -> !reference.isEmpty())
                .distinct()
                .toList();
    }

    private static String text(Values values, RecordLayout layout, String field) {
        return Objects.requireNonNullElse(values.text(layout.indexOf(field)), "");
    }
}
