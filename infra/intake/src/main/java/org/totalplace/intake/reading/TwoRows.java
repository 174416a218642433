package org.totalplace.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.mapping.HeaderSearch;
import org.totalplace.intake.reading.mapping.Sample;
import org.totalplace.intake.reading.matrix.Phases;
import org.totalplace.intake.reading.matrix.Years;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * A header that takes two rows: groups of columns above, and below them what each column of a group is. Merged cells
 * hold their text in the first column of the group only.
 *
 * @param upper the record above
 * @param lower the record below
 */
record TwoRows(SourceRecord upper, SourceRecord lower) {

    private static final Pattern UNIT = Pattern.compile(
            "(?i)\\(?\\s*(?:\\u00a3\\s?'?(?:000s?|k|m|millions?|thousands?)?|gbp|(?:\\u00a3 )?thousands?|000s)"
                    + "\\s*\\)?");
    private static final int SEVERAL = 2;

    /** The record above a header with it, if both may name the columns together. */
    static @Nullable TwoRows above(HeaderSearch search, Sample sample, SourceRecord header) {
        SourceRecord upper = beside(sample, header, -1);
        return upper != null && filled(upper) >= SEVERAL && !search.hasValues(upper)
                ? new TwoRows(upper, header)
                : null;
    }

    /** The record below a header with it, if it plainly goes on naming columns. */
    static @Nullable TwoRows below(HeaderSearch search, Sample sample, SourceRecord header, boolean matrices) {
        SourceRecord lower = beside(sample, header, 1);
        if (lower == null || filled(lower) == 0) {
            return null;
        }
        boolean units = cells(lower).allMatch(cell -> UNIT.matcher(cell).matches());
        boolean fillsGaps = IntStream.range(1, lower.cells().length)
                .anyMatch(i -> !Cells.isEmpty(lower.cell(i)) && Cells.isEmpty(header.cell(i)));
        TwoRows both = new TwoRows(header, lower);
        boolean names = matrices ? yearsAndPhases(lower) >= SEVERAL : search.areNames(lower);
        boolean goesOn = fillsGaps && filled(lower) >= SEVERAL && !search.hasValues(lower) && names;
        return units || goesOn ? both : null;
    }

    private static @Nullable SourceRecord beside(Sample sample, SourceRecord header, int step) {
        List<SourceRecord> records = new ArrayList<>();
        sample.forEach(records::add);
        for (int i = 0; i < records.size(); i++) {
            boolean there = records.get(i).number() == header.number() && i + step >= 0 && i + step < records.size();
            if (there) {
                SourceRecord found = records.get(i + step);
                return found.number() == header.number() + step ? found : null;
            }
        }
        return null;
    }

    /** Whether the upper record says which of like-named columns is which, or of which years they are. */
    boolean tellsColumnsApart() {
        Set<String> seen = new HashSet<>();
        boolean alike = cells(lower).anyMatch(cell -> !seen.add(cell.toLowerCase(Locale.ROOT)));
        return alike || yearsAndPhases(upper) >= SEVERAL;
    }

    private static long yearsAndPhases(SourceRecord record) {
        return cells(record)
                .filter(cell -> Years.cell(cell) != null || Phases.told(cell) != null)
                .count();
    }

    /** The names of the columns. */
    List<String> headers() {
        List<String> headers = new ArrayList<>();
        String group = "";
        for (int i = 0; i < Math.max(upper.cells().length, lower.cells().length); i++) {
            String above = Cells.strip(upper.cell(i));
            String below = Cells.strip(lower.cell(i));
            group = above.isEmpty() && !below.isEmpty() ? group : above;
            String joined =
                    UNIT.matcher(below).matches() ? Cells.strip(above + " " + below) : Cells.strip(group + " " + below);
            headers.add(joined);
        }
        return headers;
    }

    private static Stream<String> cells(SourceRecord record) {
        return Arrays.stream(record.cells()).map(Cells::strip).filter(cell -> !cell.isEmpty());
    }

    private static long filled(SourceRecord record) {
        return cells(record).count();
    }
}
