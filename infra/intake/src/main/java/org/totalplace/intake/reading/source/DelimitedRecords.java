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
import org.jspecify.annotations.Nullable;

/** The records of a text with delimiters. */
final class DelimitedRecords implements Records {

    private static final int SMALLEST_BUFFER = 128 * 1024;

    private final CellCollector collector;
    private final CloseableIterator<SourceRecord> iterator;
    private final Delimiting delimiting;

    DelimitedRecords(Reader reader, Delimiting delimiting, Caps caps) {
        this.delimiting = delimiting;
        this.collector = new CellCollector(caps);
        this.iterator = CsvReader.builder()
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
        try {
            SourceRecord record = iterator.hasNext() ? iterator.next() : null;
            return record != null && delimiting.wrapped() ? inside(record) : record;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw unwrapped(e);
        }
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
