package org.totalplace.intake.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;

/** What a record needs and no column of a table holds. */
record LackingColumns(RecordLayout layout) {

    private static final Pattern THOUSANDS = Pattern.compile(
            "(?i)\\u00a3'?000|\\u00a3 ?[km]\\b|\\u00a3m(?:illions?)?\\b|\\bthousands?\\b|\\bmillions?\\b|\\(000s?\\)");

    /** Whether a table lacks anything. */
    boolean in(Mapping mapping) {
        return layout.fields().stream().anyMatch(field -> field.required() && !mapping.has(field.name()));
    }

    /** Whether a table lacks the day. */
    boolean dayIn(Mapping mapping) {
        return layout.fields().stream()
                .anyMatch(field -> field.required() && field.type() == FieldType.DATE && !mapping.has(field.name()));
    }

    /** All that a record needs, in words. */
    String all() {
        if (layout.matrices()) {
            return "amounts";
        }
        return layout.fields().stream()
                .filter(Field::required)
                .map(field -> "the " + field.words())
                .collect(Collectors.joining(", "));
    }

    /** The refusal of a file whose table lacks something. */
    FileRefused refusal(Mapping mapping, FoundHeader headed) {
        List<Field> absent = layout.fields().stream()
                .filter(field -> field.required() && !mapping.has(field.name()))
                .toList();
        Field first = absent.getFirst();
        String names = absent.stream().map(field -> "the " + field.words()).collect(Collectors.joining(" or "));
        String thousands = headed.headers().stream()
                .filter(header -> first.type() == FieldType.AMOUNT
                        && THOUSANDS.matcher(header).find())
                .findFirst()
                .map(header -> " Column '" + header
                        + "' is in thousands or millions, from which no payment can be read to" + " the penny.")
                .orElse("");
        String period = absent.size() == 1 && first.type() == FieldType.DATE
                ? " If the file has no days, send it with the period that it is about."
                : "";
        return new FileRefused(
                ProblemType.MISSING_LABEL,
                "No column for " + names + " was found." + thousands + " " + headed.seen() + " Name it '"
                        + first.words() + "', or set the mapping of the feed by hand." + period);
    }
}
