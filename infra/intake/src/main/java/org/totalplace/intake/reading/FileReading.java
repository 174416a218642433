package org.totalplace.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.source.Caps;
import org.totalplace.intake.reading.source.DataFile;
import org.totalplace.intake.reading.source.Delimiting;
import org.totalplace.intake.reading.source.Records;
import org.totalplace.intake.reading.source.SourceRecord;
import org.totalplace.intake.reading.source.Unreadable;

/**
 * One file being read as records of one layout. Opening it finds out how it is packed, encoded and laid out, which
 * may read it several times; {@link #forEach} then reads it once from start to end. Memory use does not grow with the
 * file, save for the shared texts of workbooks. Not for use by several threads. A file that cannot be read at all
 * because the disk fails throws {@link UncheckedIOException}.
 */
public final class FileReading implements AutoCloseable {

    private static final char QUOTE = '"';
    private static final int FEWEST_ROWS = 5;
    private static final double NEARLY_ALL = 0.9;
    private static final Mapping NO_MAPPING = new Mapping(List.of(), List.of(), Mapping.Source.INFERRED);

    private final DataFile data;
    private final RecordLayout layout;
    private final ReadingOptions options;
    private final FileFacts facts;
    private final List<Table> tables;
    private final List<Problem> problems;
    private final List<Problem> doubts;
    private final Set<Integer> summaries;
    private final SheetSums sums = new SheetSums();

    private FileReading(String name, DataFile data, RecordLayout layout, ReadingOptions options, Tables.Found found) {
        this.data = data;
        this.layout = layout;
        this.options = options;
        this.tables = found.all();
        this.summaries = found.summaries();
        this.facts = factsOf(name, data, tables);
        this.problems = new ArrayList<>();
        this.doubts = new ArrayList<>(found.doubts());
        ProblemType noteType = data.keys() == null && data.delimiting() == null
                ? ProblemType.FORMAT_ERROR
                : ProblemType.ENCODING_ERROR;
        data.notes().forEach(note -> problems.add(Problem.ofFile(noteType, note)));
        Delimiting delimiting = data.delimiting();
        if (delimiting != null && delimiting.wrapped()) {
            problems.add(Problem.ofFile(
                    ProblemType.FORMAT_ERROR,
                    "Each line was put in quotation marks as a whole; they were taken off. Export the file again."));
        }
        problems.addAll(found.problems());
    }

    /**
     * Opens a file.
     *
     * @param name as it was sent; told in messages, never trusted to say what the file is
     * @throws FileRefused if no records of the layout can be read from it
     */
    public static FileReading open(Path file, String name, RecordLayout layout, ReadingOptions options)
            throws FileRefused {
        Limits limits = options.limits();
        Caps caps = new Caps(limits.decompressedBytes(), limits.ratio(), limits.cellCharacters(), limits.columns());
        DataFile data = null;
        try {
            data = DataFile.open(file, name, caps);
            FileReading reading = new FileReading(name, data, layout, options, Tables.in(data, name, layout, options));
            data = null;
            return reading;
        } catch (IOException e) {
            throw refusal(e);
        } finally {
            close(data);
        }
    }

    private static FileFacts factsOf(String name, DataFile data, List<Table> tables) {
        Delimiting delimiting = data.delimiting();
        Dialect dialect = delimiting == null ? null : new Dialect(delimiting.delimiter(), QUOTE, delimiting.lineEnds());
        List<String> sheets = tables.stream()
                .map(Table::name)
                .filter(sheet -> !sheet.isEmpty())
                .toList();
        return new FileFacts(
                name,
                data.container(),
                data.encoding(),
                dialect,
                tables.isEmpty() ? 0 : tables.getFirst().headerRow(),
                sheets);
    }

    public FileFacts facts() {
        return facts;
    }

    /** The mapping of the file, or of the first sheet that has records; without columns if the file has no table. */
    public Mapping mapping() {
        return tables.isEmpty() ? NO_MAPPING : tables.getFirst().mapping();
    }

    /**
     * What a person should confirm before the file is published, though it can be read; complete after {@link
     * #forEach}.
     */
    public List<Problem> doubts() {
        return List.copyOf(doubts);
    }

    /** The mapping to be remembered for the next file; columns of several amounts are found anew each time. */
    public Map<String, String> remembered() {
        Map<String, String> headers = new LinkedHashMap<>(mapping().headers());
        if (layout.matrices()) {
            headers.remove(MatrixFinding.AMOUNT);
        }
        return headers;
    }

    /** What is worth telling of the file as a whole; nothing here keeps it from being read. */
    public List<Problem> fileProblems() {
        return List.copyOf(problems);
    }

    /**
     * Reads all rows in their order.
     *
     * @throws FileRefused if the file breaks off or passes a limit; what was handed over before must then be forgotten
     */
    public void forEach(Consumer<RowOutcome> consumer) throws FileRefused {
        long before = 0;
        Coverage coverage = new Coverage(options.period());
        RowReading.Reading whole = new RowReading.Reading(
                options.period(),
                coverage,
                new RunningTotals(null),
                data.delimiting() != null,
                data.mayHaveLostCharacters());
        for (int sheet = 0; sheet < data.sheets().size(); sheet++) {
            try (Records records = data.records(sheet)) {
                before = readSheet(records, sheet, before, whole, consumer);
            } catch (IOException e) {
                throw refusal(e);
            }
        }
        problems.addAll(coverage.problems());
        doubts.addAll(sums.doubts());
        doubtSigns(whole.totals());
        if (coverage.missesPeriod()) {
            doubts.add(Problem.ofFile(
                    ProblemType.DEVIATED_VALUE,
                    "No row has a day within " + options.period()
                            + ", which the delivery is said to be about. Confirm it if that is right; otherwise"
                            + " withdraw it and send it with its own period."));
        }
    }

    /** Ledgers print what they owe with a minus, and lists of refunds look the same. */
    private void doubtSigns(RunningTotals totals) {
        if (totals.rows() >= FEWEST_ROWS && totals.negative() > NEARLY_ALL * totals.rows()) {
            doubts.add(Problem.ofFile(
                    ProblemType.DEVIATED_VALUE,
                    totals.negative() + " of " + totals.rows()
                            + " amounts are less than nothing, so that they count as money that came back. Confirm it"
                            + " if it did; otherwise withdraw it and send what was paid without a minus."));
        }
    }

    private @Nullable Table tableOf(int sheet) {
        return tables.stream()
                .filter(table -> table.sheet() == sheet)
                .findFirst()
                .orElse(null);
    }

    private long readSheet(
            Records records, int sheet, long before, RowReading.Reading whole, Consumer<RowOutcome> consumer)
            throws IOException, FileRefused {
        Table table = tableOf(sheet);
        ProblemType aside = summaries.contains(sheet) ? ProblemType.TOTAL_ROW : ProblemType.TITLE_ROW;
        RowReading reading = table == null ? null : new RowReading(table, layout, whole);
        long headerRow = table == null ? 0 : table.headerRow();
        long row = before;
        for (SourceRecord record = records.next(); record != null; record = records.next()) {
            row = before + record.number();
            if (row > options.limits().rows()) {
                throw new FileRefused(
                        ProblemType.ROW_COUNT,
                        "The file has more than " + options.limits().rows() + " rows, which is the limit.");
            }
            if (reading == null) {
                consumer.accept(new RowOutcome.SetAside(row, List.of(record.cells()), aside));
            } else if (record.number() != headerRow) {
                consumer.accept(reading.read(row, record));
            }
        }
        if (reading != null && table != null) {
            whole.coverage().end(table.name(), reading.rows(), row - before);
            reading.sections().addTo(problems);
            reading.doubt().ifPresent(doubts::add);
            sums.end(table.name(), reading.totals());
        }
        return row;
    }

    private static FileRefused refusal(IOException e) {
        if (e instanceof Unreadable unreadable) {
            ProblemType type = switch (unreadable.reason()) {
                case ENCODING -> ProblemType.ENCODING_ERROR;
                case COMPRESSION -> ProblemType.COMPRESSION_ERROR;
                case FORMAT -> ProblemType.FORMAT_ERROR;
            };
            return new FileRefused(type, String.valueOf(unreadable.getMessage()));
        }
        throw new UncheckedIOException(e);
    }

    private static void close(@Nullable DataFile data) {
        if (data == null) {
            return;
        }
        try {
            data.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(data);
    }
}
