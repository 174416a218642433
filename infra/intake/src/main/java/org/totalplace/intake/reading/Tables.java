package org.totalplace.intake.reading;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Content;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.mapping.HeaderSearch;
import org.totalplace.intake.reading.mapping.Inference;
import org.totalplace.intake.reading.mapping.Sample;
import org.totalplace.intake.reading.mapping.UnknownHeader;
import org.totalplace.intake.reading.matrix.Matrix;
import org.totalplace.intake.reading.source.DataFile;
import org.totalplace.intake.reading.source.Records;
import org.totalplace.intake.reading.source.SourceRecord;

/** Finds the tables of a file, with their headers, mappings and orders of day and month, before any row is read. */
final class Tables {

    private static final int MOST_HEADERS_TOLD = 40;
    /** Columns that were taken by their cells alone have less. */
    private static final double NAMED = 0.5;

    private static final Pattern THOUSANDS = Pattern.compile(
            "(?i)\\u00a3'?000|\\u00a3 ?[km]\\b|\\u00a3m(?:illions?)?\\b|\\bthousands?\\b|\\bmillions?\\b|\\(000s?\\)");

    private final DataFile data;
    private final RecordLayout layout;
    private final ReadingOptions options;
    private final HeaderSearch search;
    private final MatrixFinding matrices;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> doubts = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final NilReturn nil = new NilReturn();
    private final HeaderChanges changes;
    private final MissingDay missingDay;
    private @Nullable FileRefused dateless;

    private Tables(DataFile data, String file, RecordLayout layout, ReadingOptions options) {
        this.data = data;
        this.layout = layout;
        this.options = options;
        this.matrices = new MatrixFinding(layout, options, file);
        this.search = new HeaderSearch(layout, options.mapping().values());
        this.missingDay = new MissingDay(options.period(), file);
        this.changes = new HeaderChanges(layout, options.mappingByHand() ? Map.of() : options.mapping());
    }

    /**
     * The tables, and what is worth telling of the file.
     *
     * @param all by sheet; sheets without a table are not among them
     * @param doubts what a person should confirm before it is published
     */
    record Found(List<Table> all, List<Problem> problems, List<Problem> doubts) {}

    static Found in(DataFile data, String file, RecordLayout layout, ReadingOptions options)
            throws FileRefused, IOException {
        Tables tables = new Tables(data, file, layout, options);
        for (int sheet = 0; sheet < data.sheets().size(); sheet++) {
            tables.find(sheet);
        }
        if (tables.tables.isEmpty()) {
            tables.checkNil();
        }
        tables.refuseSummaries();
        return new Found(List.copyOf(tables.tables), List.copyOf(tables.problems), List.copyOf(tables.doubts));
    }

    /** A sheet without days beside sheets with days most likely adds these up, and would count them twice. */
    private void refuseSummaries() throws FileRefused {
        boolean dated = tables.stream()
                .anyMatch(table -> layout.fields().stream()
                        .anyMatch(field -> field.type() == FieldType.DATE
                                && field.required()
                                && table.mapping().has(field.name())));
        if (dateless != null && dated) {
            throw dateless;
        }
    }

    /** A file without a table is refused unless it means that there was nothing to report. */
    private void checkNil() throws FileRefused {
        List<Problem> stated = nil.stated();
        List<Problem> supposed = stated.isEmpty() ? nil.supposed() : List.of();
        if (stated.isEmpty() && supposed.isEmpty()) {
            throw new FileRefused(
                    ProblemType.MISSING_LABEL,
                    "No header was found: no row names a column for " + requiredWords()
                            + ". Put the names of the columns in a row above the data.");
        }
        problems.clear();
        problems.addAll(stated);
        doubts.addAll(supposed);
    }

    private String requiredWords() {
        if (layout.matrices()) {
            return "amounts";
        }
        return layout.fields().stream()
                .filter(Field::required)
                .map(field -> "the " + field.words())
                .collect(Collectors.joining(", "));
    }

    private void find(int sheet) throws FileRefused, IOException {
        Sample sample = sample(sheet);
        String name = data.sheets().get(sheet);
        List<String> keys = data.keys();
        if (keys != null) {
            add(new Headed(sheet, name, null, null, false, keys), sample);
            return;
        }
        if (sample.isEmpty()) {
            return;
        }
        SourceRecord header = search.among(sample);
        SourceRecord sorted = header == null ? furtherDown(sheet) : null;
        if (header == null && sorted == null) {
            header = search.byContrast(sample);
        }
        boolean titlesAbove = header != null && (layout.matrices() || !search.standsBelowData(sample, header));
        header = header == null ? sorted : header;
        if (header == null) {
            setAside(name, sample);
            return;
        }
        List<String> headers = Arrays.stream(header.cells()).map(Cells::strip).toList();
        Headed headed = new Headed(sheet, name, header, null, titlesAbove, headers);
        add(sorted == null ? withBothRows(headed, header, sample) : headed, sample);
    }

    /** A header may take two rows, of which the search finds one. */
    private Headed withBothRows(Headed one, SourceRecord header, Sample sample) {
        TwoRows below = TwoRows.below(search, sample, header, layout.matrices());
        if (below != null) {
            return one.by(below);
        }
        TwoRows above = TwoRows.above(search, sample, header);
        boolean both =
                above != null && (layout.matrices() ? above.tellsColumnsApart() : isBetter(one.by(above), one, sample));
        return above != null && both ? one.by(above) : one;
    }

    /** Whether headers name more fields than others do, and all that a record needs which the others name. */
    private boolean isBetter(Headed headed, Headed other, Sample sample) {
        Set<String> more = found(headed, sample);
        Set<String> less = found(other, sample);
        List<String> needed = layout.fields().stream()
                .filter(field -> field.required() || field.content() == Content.WORDS)
                .map(Field::name)
                .filter(less::contains)
                .toList();
        return more.size() > less.size() && more.containsAll(needed);
    }

    private Set<String> found(Headed headed, Sample sample) {
        try {
            return inferred(headed, sample).columns().stream()
                    .filter(column -> column.confidence() >= NAMED)
                    .map(MappedColumn::field)
                    .collect(Collectors.toSet());
        } catch (UnknownHeader notThese) {
            return Set.of();
        }
    }

    private Mapping inferred(Headed headed, Sample sample) throws UnknownHeader {
        return Inference.of(
                layout, headed.headers(), sample, headed.header(), options.mapping(), options.mappingByHand());
    }

    /** A sheet of notes is no table; one with days and amounts may be money that would silently be lost. */
    private void setAside(String name, Sample sample) throws FileRefused {
        if (!name.isEmpty() && sample.hasDayAndAmount()) {
            throw new FileRefused(
                    ProblemType.MISSING_LABEL,
                    "Sheet '" + name + "' has rows with days and amounts but no header that could be recognised. Name"
                            + " its columns, or remove the sheet.");
        }
        sample.forEach(nil::add);
        problems.add(Problem.ofFile(
                ProblemType.TITLE_ROW,
                "Sheet '" + name + "' has no header that could be recognised; it was set aside."));
    }

    private Sample sample(int sheet) throws IOException {
        Sample sample = new Sample();
        try (Records records = data.records(sheet)) {
            boolean more = true;
            for (SourceRecord record = records.next(); record != null && more; record = records.next()) {
                more = sample.add(record);
            }
        }
        return sample;
    }

    /** Sorting a sheet can carry the header to its end. */
    private @Nullable SourceRecord furtherDown(int sheet) throws IOException {
        try (Records records = data.records(sheet)) {
            for (SourceRecord record = records.next(); record != null; record = records.next()) {
                if (search.isPlainHeader(record)) {
                    return record;
                }
            }
        }
        return null;
    }

    private record Headed(
            int sheet,
            String name,
            @Nullable SourceRecord header,
            @Nullable SourceRecord upper,
            boolean titlesAbove,
            List<String> headers) {

        /** The same table, whose columns are named by two rows. */
        Headed by(TwoRows rows) {
            return new Headed(sheet, name, rows.lower(), rows.upper(), true, rows.headers());
        }

        String named() {
            return (header == null ? "the keys" : "the headers of row " + header.number())
                    + (name.isEmpty() ? "" : " of sheet '" + name + "'");
        }
    }

    private void add(Headed headed, Sample sample) throws FileRefused, IOException {
        Mapping mapping;
        try {
            mapping = inferred(headed, sample);
        } catch (UnknownHeader e) {
            throw new FileRefused(new Problem(
                    ProblemType.MISSING_LABEL, null, e.header(), null, e.getMessage() + " " + seen(headed)));
        }
        List<SourceRecord> body = sample.body(headed.header());
        boolean nothingSent = headed.header() == null && sample.isEmpty();
        LocalDate day = null;
        if (!nothingSent && lacksRequired(mapping)) {
            if (saysNil(body)) {
                body.forEach(nil::add);
                return;
            }
            MissingDay.Found found = missingDay
                    .in(layout, mapping, headed.header(), sample, headed.name())
                    .orElse(null);
            if (found == null) {
                throw refusal(mapping, headed);
            }
            dateless = dateless == null ? refusal(mapping, headed) : dateless;
            (found.doubtful() ? doubts : problems).add(found.told());
            day = found.day();
        }
        changes.addTo(problems, mapping, headed.headers());
        Matrix matrix = null;
        if (layout.matrices() && !body.isEmpty()) {
            Optional<MatrixFinding.Found> found =
                    matrices.in(mapping, headed.headers(), headed.header(), sample, headed.name());
            if (found.isEmpty()) {
                problems.add(Problem.ofFile(
                        ProblemType.TITLE_ROW,
                        "No column of amounts was found, so nothing was read from it. " + seen(headed)));
                return;
            }
            mapping = found.get().mapping();
            matrix = found.get().matrix();
            matrix.notes().forEach(note -> problems.add(Problem.ofFile(ProblemType.EXTRA_LABEL, note)));
            matrix.doubts().forEach(doubt -> doubts.add(Problem.ofFile(ProblemType.MISSING_LABEL, doubt)));
        }
        new HeaderProblems(headed.headers(), headed.header(), headed.titlesAbove(), headed.name()).addTo(problems);
        tables.add(new Table(
                headed.sheet(),
                headed.name(),
                headed.header(),
                headed.titlesAbove(),
                headed.headers(),
                mapping,
                matrix,
                readers(headed, mapping, sample),
                LeadingTotal.in(data, headed.sheet(), layout, mapping, body),
                headed.upper(),
                day));
    }

    private boolean lacksRequired(Mapping mapping) {
        return layout.fields().stream().anyMatch(field -> field.required() && !mapping.has(field.name()));
    }

    /** Whether all that stands below a header is that there is nothing. */
    private static boolean saysNil(List<SourceRecord> body) {
        return !body.isEmpty()
                && body.stream().allMatch(record -> StrayRows.isWords(record, Set.of()))
                && body.stream()
                        .flatMap(record -> Arrays.stream(record.cells()))
                        .anyMatch(cell -> StrayRows.saysNil(Cells.strip(cell)));
    }

    private FileRefused refusal(Mapping mapping, Headed headed) {
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
                "No column for " + names + " was found." + thousands + " " + seen(headed) + " Name it '" + first.words()
                        + "', or set the mapping of the feed by hand." + period);
    }

    private static String seen(Headed headed) {
        String list = headed.headers().stream()
                .limit(MOST_HEADERS_TOLD)
                .map(header -> header.isEmpty() ? "(blank)" : "'" + header + "'")
                .collect(Collectors.joining(", "));
        return "These are " + headed.named() + ": " + list + ".";
    }

    private List<CellReader> readers(Headed headed, Mapping mapping, Sample sample) throws IOException {
        List<CellReader> readers = new ArrayList<>();
        for (Field field : layout.fields()) {
            int column = mapping.columns().stream()
                    .filter(mapped -> mapped.field().equals(field.name()))
                    .mapToInt(MappedColumn::column)
                    .findFirst()
                    .orElse(-1);
            readers.add(column < 0 ? CellReader.TEXT : reader(field, column, headed, sample));
        }
        return readers;
    }

    private CellReader reader(Field field, int column, Headed headed, Sample sample) throws IOException {
        return switch (field.type()) {
            case TEXT -> CellReader.TEXT;
            case AMOUNT -> CellReader.AMOUNT;
            case NUMBER -> CellReader.NUMBER;
            case DATE, TIME ->
                new DayColumns(data, headed.sheet(), headed.headers(), options, problems, doubts)
                        .reader(field, column, sample);
        };
    }
}
