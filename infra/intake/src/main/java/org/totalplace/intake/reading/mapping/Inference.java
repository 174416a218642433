package org.totalplace.intake.reading.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Content;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.MonthText;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * Decides which column of a table holds which field. Each column is used once, unless a person says otherwise, and each
 * field once, unless it is made up of several columns.
 */
public final class Inference {

    private static final Pattern JOINED = Pattern.compile(Mapping.JOIN, Pattern.LITERAL);
    /** Why a column was taken that is the one remembered. */
    public static final String AS_BEFORE = "As in the feed's earlier file.";

    private static final String BY_HAND = "Set by hand.";
    private static final List<String> NO_MONEY = List.of("registration", "reg", "code", "number", "rate", "type");
    private static final double LEAST_SHARE = 0.5;
    private static final double LEAST_PLAIN_SHARE = 0.9;
    /** Of cells that end like the name of a company: enough to tell a column of payees. */
    private static final double LEAST_SHARE_OF_BODIES = 0.3;

    private static final double BY_CONTENT_ALONE = 0.45;
    private static final double BY_NAME_ALONE = 0.3;
    private static final double WEIGHT_OF_CONTENT = 0.7;
    /** A column without a single cell is believed less than one with cells of the right type. */
    private static final double EMPTY_COLUMN = 0.7;

    private static final double OF_ODD_DAYS = 0.7;
    private static final double OF_SEVERAL = 0.8;
    private static final double OF_TWO_SIDES = 0.9;
    /** Added to the score of a column of codes where names are wanted. */
    private static final double OF_CODES = -0.1;

    private final List<FieldNames> fields;
    private final List<String> headers;
    private final List<String> words;
    private final List<ColumnEvidence> evidence;
    private final Map<String, List<MappedColumn>> chosen = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();
    private boolean allFound = true;

    private Inference(RecordLayout layout, List<String> headers, List<ColumnEvidence> evidence) {
        this.fields = FieldNames.of(layout);
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
        if (!layout.matrices()) {
            inference.takeBothSides();
        }
        inference.takeByName(false);
        inference.takeByName(true);
        inference.takeByContent();
        inference.takeParts(body);
        inference.takeOddDays();
        inference.takeByNameAlone();
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
            // What a person sets may say one thing for two fields: events have one name for service and type.
            int column = columnOf(part, byHand);
            if (column >= 0) {
                take(field, column, 1, byHand ? BY_HAND : AS_BEFORE);
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

    private int columnOf(String header, boolean again) {
        String wanted = Cells.strip(header);
        for (int column = 0; column < headers.size(); column++) {
            if ((again || !used.contains(column)) && headers.get(column).equalsIgnoreCase(wanted)) {
                return column;
            }
        }
        String wantedWords = HeaderWords.of(wanted);
        for (int column = 0; column < headers.size(); column++) {
            if ((again || !used.contains(column))
                    && !wantedWords.isEmpty()
                    && words.get(column).equals(wantedWords)) {
                return column;
            }
        }
        return -1;
    }

    /** @param order by which candidates are compared; the score of the name, save that amounts have a preference */
    private record Candidate(Field field, int column, double order, double score, String why) {}

    private void takeByName(boolean misspelt) {
        List<Candidate> candidates = new ArrayList<>();
        for (FieldNames names : fields) {
            boolean wanted = !chosen.containsKey(names.field().name());
            for (int column = 0; wanted && column < headers.size(); column++) {
                addCandidate(names, column, misspelt, candidates);
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::order).reversed());
        candidates.forEach(this::takeIfFree);
    }

    private void addCandidate(FieldNames names, int column, boolean misspelt, List<Candidate> candidates) {
        if (used.contains(column)) {
            return;
        }
        Field field = names.field();
        String header = words.get(column);
        double name = misspelt ? names.misspelt(header) : names.score(header);
        double share = evidence.get(column).share(field);
        if (name <= 0 || share < LEAST_SHARE) {
            return;
        }
        double content = evidence.get(column).filled() == 0 ? EMPTY_COLUMN : share;
        double score = name * (1 - WEIGHT_OF_CONTENT + WEIGHT_OF_CONTENT * content);
        double preference = preference(field, column);
        String how = misspelt ? "is nearly" : names.isExact(header) ? "is" : "contains";
        candidates.add(new Candidate(field, column, score + preference, score, why(field, column, how, share)));
    }

    private double preference(Field field, int column) {
        if (field.type() == FieldType.AMOUNT) {
            return AmountKind.of(words.get(column)).preference();
        }
        boolean wantsWords = field.content() == Content.WORDS_RATHER || field.content() == Content.NARRATIVE;
        return wantsWords && evidence.get(column).isCoded() ? OF_CODES : 0;
    }

    private void takeIfFree(Candidate candidate) {
        if (!chosen.containsKey(candidate.field().name()) && !used.contains(candidate.column())) {
            take(candidate.field(), candidate.column(), candidate.score(), candidate.why());
        }
    }

    private String why(Field field, int column, String how, double share) {
        String name = "The header " + how + " a usual name for it";
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

    /** A day or amount that must be there, or a payee, is looked for in the cells where no header names it. */
    private void takeByContent() {
        for (FieldNames names : fields) {
            Field field = names.field();
            boolean payee = field.content() == Content.WORDS;
            if ((!field.required() && !payee) || chosen.containsKey(field.name())) {
                continue;
            }
            int best = -1;
            double bestShare = payee ? LEAST_SHARE_OF_BODIES : LEAST_PLAIN_SHARE;
            for (int column = 0; column < headers.size(); column++) {
                double share = evidence.get(column).plainShare(field);
                if (!used.contains(column) && isUnspoken(names, column) && share >= bestShare) {
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

    /** So that each row says what is wrong with its cell, rather than the file that it has no such column. */
    private void takeByNameAlone() {
        for (FieldNames names : fields) {
            for (int column = 0; column < headers.size(); column++) {
                boolean wanted = names.field().required()
                        && !chosen.containsKey(names.field().name());
                boolean whole = names.isExact(words.get(column)) && !names.isPart(words.get(column));
                if (wanted && !used.contains(column) && whole) {
                    take(
                            names.field(),
                            column,
                            BY_NAME_ALONE,
                            "The header is a usual name for it, but few of its first cells can be read as one.");
                }
            }
        }
    }

    /** A column named for a day may hold months in figures or days without a year, which mean nothing elsewhere. */
    private void takeOddDays() {
        for (FieldNames names : fields) {
            boolean wanted = names.field().required()
                    && names.field().type() == FieldType.DATE
                    && !chosen.containsKey(names.field().name());
            IntStream.range(0, headers.size())
                    .filter(column -> wanted
                            && !used.contains(column)
                            && evidence.get(column).hasOddDays()
                            && names.score(words.get(column)) > 0)
                    .boxed()
                    .max(Comparator.comparingDouble(column -> names.score(words.get(column))))
                    .ifPresent(column -> take(
                            names.field(),
                            column,
                            OF_ODD_DAYS,
                            "The header is a usual name for it,"
                                    + " and its cells have months, or days without a year."));
        }
    }

    /** Whether a header does not say that its column is something else. */
    private boolean isUnspoken(FieldNames names, int column) {
        String header = words.get(column);
        return !names.isAvoided(header)
                && fields.stream()
                        .noneMatch(other -> !other.equals(names)
                                && other.score(header) > 0
                                && evidence.get(column).share(other.field()) >= LEAST_SHARE);
    }

    /** Ledgers print what was paid in one column and what came back in another. */
    private void takeBothSides() {
        for (FieldNames names : fields) {
            Field field = names.field();
            boolean wanted = field.type() == FieldType.AMOUNT
                    && field.required()
                    && !chosen.containsKey(field.name())
                    && words.stream().noneMatch(names::isExact);
            int paid = wanted ? DebitAndCredit.paid(words, this::mayBeMoney) : -1;
            int back = wanted ? DebitAndCredit.back(words, this::mayBeMoney) : -1;
            if (paid >= 0 && back >= 0) {
                String why = "The amount is what '" + headers.get(paid) + "' says less what '" + headers.get(back)
                        + "' says.";
                take(field, paid, OF_TWO_SIDES, why);
                take(field, back, OF_TWO_SIDES, why);
            }
        }
    }

    private boolean mayBeMoney(int column) {
        return !used.contains(column) && evidence.get(column).mayBeMoney();
    }

    private void takeParts(List<SourceRecord> body) {
        for (FieldNames names : fields) {
            if (chosen.containsKey(names.field().name())) {
                continue;
            }
            List<Integer> parts = new ArrayList<>();
            for (int column = 0; column < headers.size(); column++) {
                if (!used.contains(column) && names.isPart(words.get(column))) {
                    parts.add(column);
                }
            }
            if (names.field().type() != FieldType.DATE || makeUpMonths(parts, body)) {
                parts.forEach(column ->
                        take(names.field(), column, OF_SEVERAL, "One of the columns that make it up together."));
            }
        }
    }

    /** Whether columns such as those of a year and of a period say a month together. */
    private static boolean makeUpMonths(List<Integer> parts, List<SourceRecord> body) {
        long months = body.stream()
                .map(record -> parts.stream()
                        .map(column -> Cells.strip(record.cell(column)))
                        .collect(Collectors.joining(" ")))
                .filter(joined -> MonthText.firstDay(joined) != null)
                .count();
        return parts.size() > 1 && months >= LEAST_SHARE * body.size();
    }

    private void take(Field field, int column, double confidence, String why) {
        chosen.computeIfAbsent(field.name(), name -> new ArrayList<>())
                .add(new MappedColumn(
                        field.name(), column, headers.get(column), Math.round(confidence * 100) / 100.0, why));
        used.add(column);
    }

    /** The column with a word on what else could have been taken: which amount it is, and which were left. */
    private MappedColumn withRivals(FieldNames names, MappedColumn column) {
        Field field = names.field();
        if (!field.required() || field.type() == FieldType.TEXT || column.why().startsWith(BY_HAND)) {
            return column;
        }
        boolean money = field.type() == FieldType.AMOUNT;
        StringJoiner left = new StringJoiner("', '", " Left aside: '", "'.").setEmptyValue("");
        for (int other = 0; other < headers.size(); other++) {
            boolean rival = money && words.get(other).contains("vat")
                    ? evidence.get(other).mayBeMoney() && isSumOfMoney(words.get(other))
                    : names.score(words.get(other)) > 0 && evidence.get(other).share(field) >= LEAST_SHARE;
            if (rival && !used.contains(other)) {
                left.add(headers.get(other));
            }
        }
        String kind = money ? " " + AmountKind.of(words.get(column.column())).words() : "";
        return new MappedColumn(
                column.field(), column.column(), column.header(), column.confidence(), column.why() + kind + left);
    }

    /** Whether a header with the word VAT speaks of money, not of a registration or a code. */
    private static boolean isSumOfMoney(String words) {
        return NO_MONEY.stream().noneMatch(words::contains);
    }

    private Mapping mapping(Mapping.Source source) {
        List<MappedColumn> columns = fields.stream()
                .flatMap(names -> chosen.getOrDefault(names.field().name(), List.of()).stream()
                        .map(column -> withRivals(names, column)))
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
