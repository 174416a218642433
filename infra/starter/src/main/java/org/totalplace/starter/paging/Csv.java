package org.totalplace.starter.paging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;

/**
 * Rows as CSV (RFC 4180, UTF-8), streamed. Text that a spreadsheet would run as a formula is written with a leading
 * apostrophe; numbers are left as they are.
 */
public final class Csv {

    public static final MediaType TYPE = MediaType.parseMediaType("text/csv;charset=UTF-8");

    // The full-width signs too: spreadsheets set to East Asian languages take them for the others.
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final int ROWS_A_BUFFER = 500;

    private Csv() {}

    /** Whether the caller would rather have CSV than JSON. */
    public static boolean isWanted(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream()
                .findFirst()
                .filter(first -> "text".equals(first.getType()) && "csv".equals(first.getSubtype()))
                .isPresent();
    }

    /** The answer in the form that the caller would rather have. */
    public static ResponseEntity<Object> answer(ServerHttpRequest request, Supplier<String> csv, Object json) {
        return isWanted(request)
                ? ResponseEntity.ok().contentType(TYPE).body(csv.get())
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    /** One buffer for some hundreds of rows, the header first. */
    public static <T> Flux<DataBuffer> stream(List<String> header, Flux<T> rows, Function<T, List<?>> cells) {
        Flux<String> lines = rows.map(row -> line(cells.apply(row)));
        return Flux.concat(Flux.just(line(header)), lines)
                .buffer(ROWS_A_BUFFER)
                .map(batch -> DefaultDataBufferFactory.sharedInstance.wrap(
                        String.join("", batch).getBytes(StandardCharsets.UTF_8)));
    }

    /** One record with its line end. */
    public static String line(List<?> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            append(line, cells.get(i));
        }
        return line.append("\r\n").toString();
    }

    private static void append(StringBuilder line, @Nullable Object cell) {
        if (cell == null) {
            return;
        }
        String text = cell.toString();
        if (!(cell instanceof Number) && startsAFormula(text)) {
            text = "'" + text;
        }
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    /** Whether a spreadsheet would run the text. */
    public static boolean startsAFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 && !isPlainNumber(text);
    }

    private static boolean isPlainNumber(String text) {
        return text.length() > 1 && text.substring(1).chars().allMatch(c -> Character.isDigit(c) || c == '.');
    }
}
