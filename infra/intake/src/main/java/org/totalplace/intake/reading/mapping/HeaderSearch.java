package org.totalplace.intake.reading.mapping;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.DateText;
import org.totalplace.intake.reading.source.SourceRecord;

/** Finds the record that names the columns. */
public final class HeaderSearch {

    private static final Pattern JOINED = Pattern.compile(Mapping.JOIN, Pattern.LITERAL);
    private static final int LONGEST_NAME = 80;
    private static final int EXACT = 2;
    private static final int CONTAINED = 1;
    private static final int TOLD = 4;
    private static final int ENOUGH = 3;

    private final List<FieldNames> fields;
    private final Set<String> told;
    private final DateText dates = new DateText();

    /**
     * A search for the header of one kind of record.
     *
     * @param headers that a mapping expects; may be empty
     */
    public HeaderSearch(RecordLayout layout, Collection<String> headers) {
        this.fields = FieldNames.of(layout);
        this.told = headers.stream()
                .flatMap(JOINED::splitAsStream)
                .map(HeaderWords::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The header among the first records, or null if none looks like one. */
    public @Nullable SourceRecord among(Sample sample) {
        SourceRecord best = null;
        int bestScore = ENOUGH - 1;
        for (SourceRecord record : sample.first()) {
            int score = score(record);
            if (score > bestScore) {
                best = record;
                bestScore = score;
            }
        }
        return best;
    }

    /** Whether a record further down is plainly a header: it has an exact name for every field that must be there. */
    public boolean isPlainHeader(SourceRecord record) {
        List<String> words = Arrays.stream(record.cells())
                .filter(cell -> cell.length() <= LONGEST_NAME)
                .map(HeaderWords::of)
                .toList();
        return fields.stream()
                        .filter(names -> names.field().required())
                        .allMatch(names -> words.stream().anyMatch(names::isExact))
                && score(record) >= ENOUGH;
    }

    /** Whether records above the header have as much in them as those of a table, so that they are no titles. */
    public boolean standsBelowData(Sample sample, SourceRecord header) {
        long wanted = filled(header);
        return sample.first().stream()
                .filter(record -> record.number() < header.number())
                .anyMatch(record -> 2 * filled(record) >= wanted && filled(record) > 1 && values(record) > 0);
    }

    private int score(SourceRecord record) {
        int score = 0;
        for (String cell : record.cells()) {
            String text = Cells.strip(cell);
            if (!text.isEmpty()) {
                score += isValue(text) ? -CONTAINED : score(text);
            }
        }
        return score;
    }

    private int score(String text) {
        if (text.length() > LONGEST_NAME) {
            return 0;
        }
        String words = HeaderWords.of(text);
        if (told.contains(words)) {
            return TOLD;
        }
        int best = 0;
        for (FieldNames names : fields) {
            if (names.isExact(words) || names.isPart(words)) {
                return EXACT;
            }
            best = names.score(words) > 0 ? CONTAINED : best;
        }
        return best;
    }

    /** The first record of several words above one that has amounts or days: names nobody has used before. */
    public @Nullable SourceRecord byContrast(Sample sample) {
        List<SourceRecord> first = sample.first();
        for (int i = 0; i + 1 < first.size(); i++) {
            if (values(first.get(i)) == 0 && filled(first.get(i)) >= 2 && values(first.get(i + 1)) > 0) {
                return first.get(i);
            }
        }
        return null;
    }

    /** Whether a record holds amounts or days, which names of columns do not. */
    public boolean hasValues(SourceRecord record) {
        return values(record) > 0;
    }

    /** Whether most cells of a record name some field, and none has a figure in it. */
    public boolean areNames(SourceRecord record) {
        List<String> texts = Arrays.stream(record.cells())
                .map(Cells::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        long named = texts.stream().filter(text -> score(text) > 0).count();
        return 2 * named >= texts.size()
                && texts.stream().noneMatch(text -> text.chars().anyMatch(Character::isDigit));
    }

    private static long filled(SourceRecord record) {
        return Arrays.stream(record.cells())
                .filter(cell -> !Cells.isEmpty(cell))
                .count();
    }

    private long values(SourceRecord record) {
        return Arrays.stream(record.cells())
                .map(Cells::strip)
                .filter(cell -> !cell.isEmpty() && isValue(cell))
                .count();
    }

    private boolean isValue(String text) {
        return Amounts.isAmount(Amounts.pence(text)) || dates.read(text);
    }
}
