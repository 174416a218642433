package org.totalplace.intake.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.mapping.Inference;

/** Tells how the headers of a file differ from those that its feed had before. */
final class HeaderChanges {

    private final RecordLayout layout;
    private final Map<String, String> remembered;
    private final Set<String> told = new HashSet<>();

    HeaderChanges(RecordLayout layout, Map<String, String> remembered) {
        this.layout = layout;
        this.remembered = remembered;
    }

    /** Adds what became of each remembered header that is gone; once for all sheets of a workbook. */
    void addTo(List<Problem> problems, Mapping mapping, List<String> headers) {
        for (Field field : layout.fields()) {
            String before = remembered.get(field.name());
            if (before == null || isThere(before, mapping, field) || !told.add(field.name() + before)) {
                continue;
            }
            String now = mapping.columns().stream()
                    .filter(column -> column.field().equals(field.name()))
                    .map(MappedColumn::header)
                    .collect(Collectors.joining("', '"));
            String instead = now.isEmpty()
                    ? "nothing was taken instead."
                    : "'" + now + "' was taken instead. Check that it means the same.";
            boolean moved = headers.stream().anyMatch(header -> header.equalsIgnoreCase(before));
            problems.add(new Problem(
                    now.isEmpty() ? ProblemType.MISSING_LABEL : ProblemType.INCORRECT_LABEL,
                    null,
                    before,
                    null,
                    "The feed's earlier files had the " + field.words() + " in a column '" + before
                            + "', which this file " + (moved ? "uses otherwise; " : "does not have; ") + instead));
        }
    }

    private static boolean isThere(String before, Mapping mapping, Field field) {
        String now = mapping.headers().get(field.name());
        return now != null
                && (now.equalsIgnoreCase(before)
                        || mapping.columns().stream()
                                .filter(column -> column.field().equals(field.name()))
                                .allMatch(column -> column.why().startsWith(Inference.AS_BEFORE)));
    }
}
