package org.totalplace.intake.reading.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The records of a text with delimiters. */
final class DelimitedRecords implements Records {

    private static final int SMALLEST_BUFFER = 128 * 1024;

    private final CellCollector collector;
    private final CloseableIterator<SourceRecord> iterator;

    DelimitedRecords(Reader reader, Delimiting delimiting, Caps caps) {
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
            return iterator.hasNext() ? iterator.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw unwrapped(e);
        }
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
