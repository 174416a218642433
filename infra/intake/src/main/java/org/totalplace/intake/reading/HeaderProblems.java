package org.totalplace.intake.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.source.SourceRecord;

/** What is worth telling of a header though its table can be read. */
record HeaderProblems(List<String> headers, @Nullable SourceRecord header, boolean titlesAbove, String sheet) {

    void addTo(List<Problem> problems) {
        String where = sheet.isEmpty() ? "" : "Sheet '" + sheet + "': ";
        if (header != null && titlesAbove && header.number() > 1) {
            problems.add(Problem.ofFile(
                    ProblemType.TITLE_ROW,
                    where + "The header is row " + header.number() + "; what stands above it was set aside."));
        }
        if (header != null && !titlesAbove) {
            problems.add(Problem.ofFile(
                    ProblemType.TITLE_ROW,
                    where + "The header is row " + header.number()
                            + ", below the data. Perhaps it was sorted along with them."));
        }
        long blank = headers.stream().filter(String::isEmpty).count();
        if (blank > 0) {
            problems.add(Problem.ofFile(
                    ProblemType.BLANK_HEADER, where + blank + " columns have no header; nothing was taken from them."));
        }
        Set<String> seen = new HashSet<>();
        for (String label : headers) {
            if (!label.isEmpty() && !seen.add(label.toLowerCase(Locale.ROOT))) {
                problems.add(new Problem(
                        ProblemType.DUPLICATE_LABEL,
                        null,
                        label,
                        null,
                        where + "More than one column is named '" + label + "'. Give each a name of its own."));
            }
        }
    }
}
