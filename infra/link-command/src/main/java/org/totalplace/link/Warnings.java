package org.totalplace.link;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader must know before believing the result: columns that hardly say what they should, gaps, little data. */
final class Warnings {

    private static final double READABLE_ENOUGH = 0.8;
    private static final Set<Meaning> NAMES =
            EnumSet.of(Meaning.GIVEN, Meaning.FAMILY, Meaning.FULL_NAME, Meaning.ORGANISATION);

    /** Of these a file without the column is told where others have it. */
    private static final Set<Meaning> EXPECTED = EnumSet.of(
            Meaning.BIRTH, Meaning.SEX, Meaning.POSTCODE, Meaning.ADDRESS, Meaning.EMAIL, Meaning.PHONE, Meaning.NHS);

    private Warnings() {}

    static List<String> of(List<Source> sources, Result result, Truth truth) {
        List<String> warnings = new ArrayList<>(truth.warnings());
        for (Source source : sources) {
            if (NAMES.stream().noneMatch(source.mapping()::has)) {
                warnings.add(source.table().name() + " has no column that was taken for a name: give it by --fields.");
            }
            source.mapping()
                    .columns()
                    .forEach((meaning, columns) -> columns.stream()
                            .filter(column -> column >= 0 && meaning != Meaning.ID)
                            .forEach(column -> unreadable(source.table(), column, meaning, warnings)));
        }
        for (Meaning meaning : EXPECTED) {
            String without = sources.stream()
                    .filter(source -> !source.mapping().has(meaning))
                    .map(source -> source.table().name())
                    .collect(Collectors.joining(", "));
            if (!without.isEmpty()
                    && sources.stream().anyMatch(source -> source.mapping().has(meaning))) {
                warnings.add("No column was taken for " + meaning.word() + " in " + without + "; others have one.");
            }
        }
        if (!result.model().version().startsWith("trained")) {
            warnings.add("The model was not trained on these records but is "
                    + result.model().version() + ".");
        }
        return warnings;
    }

    private static void unreadable(Table table, int column, Meaning meaning, List<String> warnings) {
        Readable readable = Readable.of(table, column, meaning);
        if (readable.filled() > 0 && readable.share() < READABLE_ENOUGH) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "Only %.1f %% of the filled cells of `%s` in %s can be read as %s.",
                    100 * readable.share(),
                    table.headers().get(column),
                    table.name(),
                    meaning.word()));
        }
    }
}
