package org.totalplace.intake.reading.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * Decides which column of a table holds which field. Each column is used once, each field once, unless it is made
 * up of several columns.
 */
public final class Inference {

    private static final Pattern JOINED = Pattern.compile(Mapping.JOIN, Pattern.LITERAL);
    private static final double LEAST_SHARE = 0.5;
    private static final double LEAST_PLAIN_SHARE = 0.9;
    private static final double BY_CONTENT_ALONE = 0.45;
    private static final double WEIGHT_OF_CONTENT = 0.7;
    /** A column without a single cell is believed less than one with cells of the right type. */
    private static final double EMPTY_COLUMN = 0.7;

    private static final double OF_SEVERAL = 0.8;

    private final RecordLayout layout;
    private final List<String> headers;
    private final List<String> words;
    private final List<ColumnEvidence> evidence;
    private final Map<String, List<MappedColumn>> chosen = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();
    private boolean allFound = true;

    private Inference(RecordLayout layout, List<String> headers, List<ColumnEvidence> evidence) {
        this.layout = layout;
        this.headers = headers;
        this.words = headers.stream().map(HeaderWords::of).toList();
        this.evidence = evidence;
    }

    /**
     * The mapping of a table.
     *
     * @param headers as printed, stripped
     * @param known field to header, from earlier or by hand; what it does not settle is inferred
     * @param byHand whether a person set the known ones
     * @throws UnknownHeader if a mapping that a person set names a field or header that is not there
     */
    public static Mapping of(
            RecordLayout layout,
            List<String> headers,
            Sample sample,
            @Nullable SourceRecord header,
            Map<String, String> known,
            boolean byHand)
            throws UnknownHeader {
        List<SourceRecord> body = sample.body(header);
        List<ColumnEvidence> evidence = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            evidence.add(ColumnEvidence.of(body, column));
        }
        Inference inference = new Inference(layout, headers, evidence);
        if (byHand) {
            checkFields(layout, known);
        }
        for (Field field : layout.fields()) {
            inference.takeKnown(field, known.get(field.name()), byHand);
        }
        inference.takeByName();
        inference.takeByContent();
        inference.takeParts();
        boolean anyKnown = !known.isEmpty() && inference.allFound;
        return inference.mapping(
                !anyKnown ? Mapping.Source.INFERRED : byHand ? Mapping.Source.SET_BY_HAND : Mapping.Source.REMEMBERED);
    }

    private static void checkFields(RecordLayout layout, Map<String, String> known) throws UnknownHeader {
        List<String> names = layout.fields().stream().map(Field::name).toList();
        for (Map.Entry<String, String> entry : known.entrySet()) {
            if (!names.contains(entry.getKey())) {
                throw new UnknownHeader(
                        entry.getValue(),
                        "The mapping has a field '" + entry.getKey() + "', but a record of " + layout.kind()
                                + " has only " + String.join(", ", names) + ".");
            }
        }
    }

    private void takeKnown(Field field, @Nullable String header, boolean byHand) throws UnknownHeader {
        if (header == null) {
            return;
        }
        for (String part : JOINED.split(header, -1)) {
            int column = columnOf(part);
            if (column >= 0) {
                take(field, column, 1, byHand ? "Set by hand." : "As in the feed's earlier file.");
            } else if (byHand) {
                throw new UnknownHeader(
                        part,
                        "The mapping takes the " + field.words() + " from the header '" + part
                                + "', which the file does not have.");
            } else {
                allFound = false;
            }
        }
    }

    private int columnOf(String header) {
        String wanted = Cells.strip(header);
        for (int column = 0; column < headers.size(); column++) {
            if (!used.contains(column) && headers.get(column).equalsIgnoreCase(wanted)) {
                return column;
            }
        }
        String wantedWords = HeaderWords.of(wanted);
        for (int column = 0; column < headers.size(); column++) {
            if (!used.contains(column)
                    && !wantedWords.isEmpty()
                    && words.get(column).equals(wantedWords)) {
                return column;
            }
        }
        return -1;
    }

    private record Candidate(Field field, int column, double score, String why) {}

    private void takeByName() {
        List<Candidate> candidates = new ArrayList<>();
        for (Field field : layout.fields()) {
            for (int column = 0; column < headers.size(); column++) {
                double name = FieldNames.score(field, words.get(column));
                double share = evidence.get(column).share(field.type());
                if (name > 0 && share >= LEAST_SHARE) {
                    double content = evidence.get(column).filled() == 0 ? EMPTY_COLUMN : share;
                    double score = name * (1 - WEIGHT_OF_CONTENT + WEIGHT_OF_CONTENT * content);
                    candidates.add(new Candidate(field, column, score, why(field, column, share)));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        candidates.forEach(this::takeIfFree);
    }

    private void takeIfFree(Candidate candidate) {
        if (!chosen.containsKey(candidate.field().name()) && !used.contains(candidate.column())) {
            take(candidate.field(), candidate.column(), candidate.score(), candidate.why());
        }
    }

    private String why(Field field, int column, double share) {
        String name = FieldNames.isExact(field, words.get(column))
                ? "The header is a usual name for it"
                : "The header contains a usual name for it";
        if (field.type() == FieldType.TEXT || evidence.get(column).filled() == 0) {
            return name + ".";
        }
        return String.format(
                Locale.ROOT,
                "%s, and %.0f%% of the first %d cells can be read as one.",
                name,
                100 * share,
                evidence.get(column).filled());
    }

    /** A day or amount that must be there is looked for in the cells where no header names it. */
    private void takeByContent() {
        for (Field field : layout.fields()) {
            if (!field.required() || chosen.containsKey(field.name())) {
                continue;
            }
            int best = -1;
            double bestShare = LEAST_PLAIN_SHARE;
            for (int column = 0; column < headers.size(); column++) {
                double share = evidence.get(column).plainShare(field.type());
                if (!used.contains(column) && isUnspoken(field, column) && share >= bestShare) {
                    best = share > bestShare || best < 0 ? column : best;
                    bestShare = share;
                }
            }
            if (best >= 0) {
                take(
                        field,
                        best,
                        BY_CONTENT_ALONE * bestShare,
                        "No header names it; the cells of this column can be read as one. Please check.");
            }
        }
    }

    /** Whether a header does not say that its column is something else. */
    private boolean isUnspoken(Field field, int column) {
        String padded = " " + words.get(column) + " ";
        return field.avoided().stream().noneMatch(word -> padded.contains(" " + word + " "));
    }

    private void takeParts() {
        for (Field field : layout.fields()) {
            if (field.parts().isEmpty() || chosen.containsKey(field.name())) {
                continue;
            }
            for (int column = 0; column < headers.size(); column++) {
                if (!used.contains(column) && field.parts().contains(words.get(column))) {
                    take(field, column, OF_SEVERAL, "One of the columns that make it up together.");
                }
            }
        }
    }

    private void take(Field field, int column, double confidence, String why) {
        chosen.computeIfAbsent(field.name(), name -> new ArrayList<>())
                .add(new MappedColumn(
                        field.name(), column, headers.get(column), Math.round(confidence * 100) / 100.0, why));
        used.add(column);
    }

    private Mapping mapping(Mapping.Source source) {
        List<MappedColumn> columns = layout.fields().stream()
                .flatMap(field -> chosen.getOrDefault(field.name(), List.of()).stream())
                .toList();
        List<String> unmapped = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            if (!used.contains(column) && !headers.get(column).isEmpty()) {
                unmapped.add(headers.get(column));
            }
        }
        return new Mapping(columns, unmapped, source);
    }
}
