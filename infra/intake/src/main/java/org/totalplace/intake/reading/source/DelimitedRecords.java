package org.totalplace.intake.reading.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records of a text with delimiters. */
final class DelimitedRecords implements Records {

    private static final int SMALLEST_BUFFER = 128 * 1024;
    /** Each takes a reading of all that stands before it. */
    private static final int MOST_TRIED = 25;

    private final CellCollector collector;
    private final Delimiting delimiting;
    private final Caps caps;
    private final OpenQuotes quotes;
    private CloseableIterator<SourceRecord> iterator;
    private long linesBefore;
    private int tried;

    DelimitedRecords(OpenQuotes.Text text, Delimiting delimiting, Caps caps) throws IOException {
        this.delimiting = delimiting;
        this.caps = caps;
        this.quotes = new OpenQuotes(text, delimiting.delimiter());
        this.collector = new CellCollector(caps);
        this.iterator = reading(text.open());
    }

    private CloseableIterator<SourceRecord> reading(Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(delimiting.delimiter())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(!delimiting.spaceBeforeQuote())
                .trimWhitespacesAroundQuotes(delimiting.spaceBeforeQuote())
                .detectBomHeader(false)
                .maxBufferSize(Math.max(SMALLEST_BUFFER, caps.cellCharacters() * 4))
                .build(collector, reader)
                .iterator();
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        SourceRecord record;
        try {
            record = iterator.hasNext() ? iterator.next() : null;
        } catch (UncheckedIOException e) {
            return mendedOr(Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            return mendedOr(unwrapped(e));
        }
        if (record != null && delimiting.wrapped()) {
            return inside(record);
        }
        return record != null && collector.hasLineBreaks() && quotes.isSuspect(record) ? checked(record) : record;
    }

    /** A record that may have swallowed rows: only its first line, if that can be told; otherwise marked as broken. */
    private SourceRecord checked(SourceRecord record) throws IOException {
        SourceRecord first = mended();
        return first != null ? first : new SourceRecord(record.number(), record.cells(), SourceRecord.Quoting.BROKEN);
    }

    private SourceRecord mendedOr(IOException failure) throws IOException {
        SourceRecord first = failure instanceof Unreadable && !delimiting.wrapped() ? mended() : null;
        if (first == null) {
            throw failure;
        }
        return first;
    }

    /** The line in which the last record began, after which reading goes on; null if it is no row by itself. */
    private @Nullable SourceRecord mended() throws IOException {
        long line = linesBefore + collector.line();
        String[] cells = tried < MOST_TRIED ? quotes.rowAt(line) : null;
        tried++;
        if (cells == null || cells.length > caps.columns() || hasLongCell(cells)) {
            return null;
        }
        iterator.close();
        linesBefore = line;
        iterator = reading(quotes.after(line));
        return new SourceRecord(collector.records(), cells, SourceRecord.Quoting.MENDED);
    }

    private boolean hasLongCell(String[] cells) {
        return Arrays.stream(cells).anyMatch(cell -> cell.length() > caps.cellCharacters());
    }

    /** The cells of a line that is one quoted cell. */
    private SourceRecord inside(SourceRecord wrapped) {
        String line = wrapped.cells().length == 0 ? "" : wrapped.cells()[0];
        boolean alone = Arrays.stream(wrapped.cells()).skip(1).allMatch(String::isEmpty);
        if (!alone || line.indexOf(delimiting.delimiter()) < 0) {
            return wrapped;
        }
        List<CsvRecord> cells = CsvReader.builder()
                .fieldSeparator(delimiting.delimiter())
                .commentStrategy(CommentStrategy.NONE)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(line)
                .stream()
                .toList();
        return cells.size() == 1
                ? new SourceRecord(
                        wrapped.number(), cells.getFirst().getFields().toArray(String[]::new))
                : wrapped;
    }

    private IOException unwrapped(CsvParseException thrown) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable;
            }
        }
        return new Unreadable(
                Unreadable.Reason.FORMAT,
                "Record " + collector.records() + " cannot be told apart into cells; often a quotation mark was opened"
                        + " there and never closed. (" + thrown.getMessage() + ")");
    }

    @Override
    public void close() throws IOException {
        iterator.close();
    }
}
