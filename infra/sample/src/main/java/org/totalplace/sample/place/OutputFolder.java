package org.totalplace.sample.place;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the sample place is written. Every file starts anew and is streamed. */
public record OutputFolder(Path root) {

    /** A text file below the folder; the caller closes it. */
    public Writer text(String file, Charset charset) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.toAbsolutePath().getParent());
        return Files.newBufferedWriter(path, charset);
    }

    /** A comma-separated UTF-8 file with CR LF line ends and the given header; the caller closes it. */
    public CsvWriter csv(String file, List<String> header) throws IOException {
        CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text(file, StandardCharsets.UTF_8));
        writer.writeRecord(header);
        return writer;
    }

    /** A whole small file in UTF-8. */
    public void write(String file, String content) throws IOException {
        try (Writer writer = text(file, StandardCharsets.UTF_8)) {
            writer.write(content);
        }
    }
}
