package org.totalplace.link;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads CSV with any of the usual separators and encodings, and Parquet. */
final class TableFiles {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int MARK = 0xFEFF;

    private TableFiles() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it holds no header
     */
    static Table read(Path file) throws IOException {
        String name = file.getFileName().toString();
        boolean parquet = name.toLowerCase(Locale.ROOT).matches(".*\\.(parquet|pq|parq)");
        int ending = name.lastIndexOf('.');
        String stem = ending > 0 ? name.substring(0, ending) : name;
        return parquet ? ParquetFiles.read(stem, file) : csv(stem, text(Files.readAllBytes(file)));
    }

    static Table csv(String name, String text) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                rows.add(line.getFields());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory cannot be read.", impossible);
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("The file " + name + " is empty; name the columns in its first line.");
        }
        List<String> headers = named(rows.removeFirst());
        return new Table(
                name,
                headers,
                rows.stream()
                        .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                        .map(row -> Table.fitted(row, headers.size()))
                        .toList());
    }

    /** Columns of one name would be one to whoever asks for it: the later ones are numbered. */
    private static List<String> named(List<String> printed) {
        Map<String, Integer> seen = new HashMap<>();
        return printed.stream()
                .map(String::strip)
                .map(header -> {
                    int nth = seen.merge(header.toLowerCase(Locale.ROOT), 1, Integer::sum);
                    return nth == 1 ? header : header + " " + nth;
                })
                .toList();
    }

    /** UTF-8 when it is; what is not can only be the encoding of older spreadsheets. */
    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long found = header.chars().filter(c -> c == separator).count();
            if (found > most) {
                most = found;
                best = separator;
            }
        }
        return best;
    }
}
