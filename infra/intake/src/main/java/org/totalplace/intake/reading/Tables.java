package org.totalplace.intake.reading;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Content;
import org.totalplace.intake.layout.Field;
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

    /** Columns that were taken by their cells alone have less. */
    private static final double NAMED = 0.5;

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
    private final LackingColumns lacks;
    private final List<LackingSheets.Lacking> lacking = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final LackingSheets left;

    private Tables(DataFile data, String file, RecordLayout layout, ReadingOptions options) {
        this.data = data;
        this.layout = layout;
        this.options = options;
        this.lacks = new LackingColumns(layout);
        this.left = new LackingSheets(data, layout, problems);
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
     * @param summaries sheets that only add up others
     */
    record Found(List<Table> all, List<Problem> problems, List<Problem> doubts, Set<Integer> summaries) {}

    /** A sheet whose header names all that is needed, while none of its first rows has a day or an amount. */
    private record Unread(FoundHeader headed, Mapping mapping, Sample sample) {}

    static Found in(DataFile data, String file, RecordLayout layout, ReadingOptions options)
            throws FileRefused, IOException {
        Tables tables = new Tables(data, file, layout, options);
        for (int sheet = 0; sheet < data.sheets().size(); sheet++) {
            tables.find(sheet);
        }
        tables.settle();
        if (tables.tables.isEmpty()) {
            tables.checkNil();
        }
        tables.tables.sort(Comparator.comparingInt(Table::sheet));
        return new Found(
                List.copyOf(tables.tables),
                List.copyOf(tables.problems),
                List.copyOf(tables.doubts),
                tables.left.summaries());
    }

    /** Sheets without days are read only where no sheet has days, since they most likely add up those that have. */
    private void settle() throws FileRefused, IOException {
        boolean dated = !tables.isEmpty();
        for (LackingSheets.Lacking sheet : lacking) {
            MissingDay.Found day = sheet.day();
            if (!dated && day != null) {
                addDateless(sheet.headed(), sheet.mapping(), sheet.sample(), day);
            }
        }
        settleUnread();
        List<Table> read = List.copyOf(tables);
        for (LackingSheets.Lacking sheet : lacking) {
            if (read.isEmpty()) {
                throw sheet.refusal();
            }
            if (dated || sheet.day() == null) {
                left.leave(sheet, read);
            } else if (left.addsUpOthers(sheet, read)) {
                tables.removeIf(table -> table.sheet() == sheet.headed().sheet());
                doubts.add(left.askedOf(sheet));
            }
        }
    }

    /** Beside sheets with payments, one without a single day or amount explains them. */
    private void settleUnread() throws FileRefused, IOException {
        boolean alone = tables.isEmpty();
        for (Unread sheet : unread) {
            if (alone) {
                addTable(sheet.headed(), sheet.mapping(), sheet.sample(), null);
            } else {
                left.leaveUnread(sheet.headed());
            }
        }
    }

    /** A file without a table is refused unless it means that there was nothing to report. */
    private void checkNil() throws FileRefused {
        List<Problem> stated = nil.stated();
        List<Problem> supposed = stated.isEmpty() ? nil.supposed() : List.of();
        if (stated.isEmpty() && supposed.isEmpty()) {
            throw new FileRefused(
                    ProblemType.MISSING_LABEL,
                    "No header was found: no row names a column for " + lacks.all()
                            + ". Put the names of the columns in a row above the data.");
        }
        problems.clear();
        problems.addAll(stated);
        doubts.addAll(supposed);
    }

    private void find(int sheet) throws FileRefused, IOException {
        Sample sample = sample(sheet);
        String name = data.sheets().get(sheet);
        List<String> keys = data.keys();
        if (keys != null) {
            add(new FoundHeader(sheet, name, null, null, false, keys), sample);
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
        FoundHeader headed = new FoundHeader(sheet, name, header, null, titlesAbove, headers);
        add(sorted == null ? withBothRows(headed, header, sample) : headed, sample);
    }

    /** A header may take two rows, of which the search finds one. */
    private FoundHeader withBothRows(FoundHeader one, SourceRecord header, Sample sample) {
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
    private boolean isBetter(FoundHeader headed, FoundHeader other, Sample sample) {
        Set<String> more = found(headed, sample);
        Set<String> less = found(other, sample);
        List<String> needed = layout.fields().stream()
                .filter(field -> field.required() || field.content() == Content.WORDS)
                .map(Field::name)
                .filter(less::contains)
                .toList();
        return more.size() > less.size() && more.containsAll(needed);
    }

    private Set<String> found(FoundHeader headed, Sample sample) {
        try {
            return inferred(headed, sample).columns().stream()
                    .filter(column -> column.confidence() >= NAMED)
                    .map(MappedColumn::field)
                    .collect(Collectors.toSet());
        } catch (UnknownHeader notThese) {
            return Set.of();
        }
    }

    private Mapping inferred(FoundHeader headed, Sample sample) throws UnknownHeader {
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

    private void add(FoundHeader headed, Sample sample) throws FileRefused, IOException {
        Mapping mapping;
        try {
            mapping = inferred(headed, sample);
        } catch (UnknownHeader e) {
            throw new FileRefused(new Problem(
                    ProblemType.MISSING_LABEL, null, e.header(), null, e.getMessage() + " " + headed.seen()));
        }
        List<SourceRecord> body = sample.body(headed.header());
        boolean nothingSent = headed.header() == null && sample.isEmpty();
        boolean lacksSome = !nothingSent && lacks.in(mapping);
        if (lacksSome && saysNil(body)) {
            body.forEach(nil::add);
            return;
        }
        boolean several = data.sheets().size() > 1 && !layout.matrices();
        if (lacksSome) {
            Optional<FileRefused> months = LackingSheets.areOf(layout) && lacks.dayIn(mapping)
                    ? MonthColumns.in(headed, body)
                    : Optional.empty();
            MissingDay.Found day = months.isPresent()
                    ? null
                    : missingDay
                            .in(layout, mapping, headed.header(), sample, headed.name())
                            .orElse(null);
            FileRefused refusal = months.orElseGet(() -> lacks.refusal(mapping, headed));
            if (several && LackingSheets.areOf(layout)) {
                lacking.add(new LackingSheets.Lacking(headed, mapping, sample, day, refusal));
            } else if (day == null) {
                throw refusal;
            } else {
                addDateless(headed, mapping, sample, day);
            }
        } else if (several && LackingSheets.areOf(layout) && !body.isEmpty() && left.holdsNothing(mapping, body)) {
            unread.add(new Unread(headed, mapping, sample));
        } else {
            addTable(headed, mapping, sample, null);
        }
    }

    private void addDateless(FoundHeader headed, Mapping mapping, Sample sample, MissingDay.Found day)
            throws FileRefused, IOException {
        (day.doubtful() ? doubts : problems).add(day.told());
        addTable(headed, mapping, sample, day.day());
    }

    private void addTable(FoundHeader found, Mapping inferred, Sample sample, @Nullable LocalDate day)
            throws FileRefused, IOException {
        Mapping mapping = inferred;
        List<SourceRecord> body = sample.body(found.header());
        FoundHeader headed = data.delimiting() == null ? found : UnnamedColumns.named(layout, found, mapping, body);
        changes.addTo(problems, mapping, headed.headers());
        SideBySide.refuse(layout, headed, mapping, body);
        SplitAmounts.refuse(layout, headed, mapping, body);
        Thousands.in(layout, headed, mapping, sample).ifPresent(problems::add);
        Matrix matrix = null;
        if (layout.matrices() && !body.isEmpty()) {
            Optional<MatrixFinding.Found> amounts =
                    matrices.in(mapping, headed.headers(), headed.header(), sample, headed.name());
            if (amounts.isEmpty()) {
                problems.add(Problem.ofFile(
                        ProblemType.TITLE_ROW,
                        "No column of amounts was found, so nothing was read from it. " + headed.seen()));
                return;
            }
            mapping = amounts.get().mapping();
            matrix = amounts.get().matrix();
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

    /** Whether all that stands below a header is that there is nothing. */
    private static boolean saysNil(List<SourceRecord> body) {
        return !body.isEmpty()
                && body.stream().allMatch(record -> StrayRows.isWords(record, Set.of()))
                && body.stream()
                        .flatMap(record -> Arrays.stream(record.cells()))
                        .anyMatch(cell -> StrayRows.saysNil(Cells.strip(cell)));
    }

    private List<CellReader> readers(FoundHeader headed, Mapping mapping, Sample sample) throws IOException {
        List<CellReader> readers = new ArrayList<>();
        for (Field field : layout.fields()) {
            List<Integer> columns = mapping.columns().stream()
                    .filter(mapped -> mapped.field().equals(field.name()))
                    .map(MappedColumn::column)
                    .toList();
            readers.add(columns.isEmpty() ? CellReader.TEXT : reader(field, columns, headed, sample));
        }
        return readers;
    }

    private CellReader reader(Field field, List<Integer> columns, FoundHeader headed, Sample sample)
            throws IOException {
        return switch (field.type()) {
            case TEXT -> CellReader.TEXT;
            case AMOUNT -> CellReader.AMOUNT;
            case NUMBER -> CellReader.NUMBER;
            case DATE, TIME ->
                new DayColumns(
                                data,
                                headed.sheet(),
                                headed.headers(),
                                options,
                                missingDay.firstMonth(headed, sample),
                                problems,
                                doubts)
                        .reader(field, columns.getFirst(), columns.size() > 1, sample);
        };
    }
}
