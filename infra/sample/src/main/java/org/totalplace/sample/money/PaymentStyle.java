package org.totalplace.sample.money;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * How one agency prints its payments as delimited text.
 *
 * @param titles rows above the header
 * @param tail   rows below the payments; the text {@code TOTAL} in a cell stands for the sum of the file
 */
record PaymentStyle(
        Charset charset,
        boolean byteOrderMark,
        char separator,
        LineDelimiter lineEnd,
        List<List<String>> titles,
        List<String> header,
        Function<Payment, List<String>> row,
        List<List<String>> tail) {

    static final String TOTAL = "TOTAL";

    static PaymentStyle of(String header, Function<Payment, List<String>> row) {
        return new PaymentStyle(
                StandardCharsets.UTF_8,
                false,
                ',',
                LineDelimiter.CRLF,
                List.of(),
                List.of(header.split("\\|")),
                row,
                List.of());
    }

    PaymentStyle in(Charset other) {
        return new PaymentStyle(other, byteOrderMark, separator, lineEnd, titles, header, row, tail);
    }

    PaymentStyle withByteOrderMark() {
        return new PaymentStyle(charset, true, separator, lineEnd, titles, header, row, tail);
    }

    PaymentStyle separatedBy(char other) {
        return new PaymentStyle(charset, byteOrderMark, other, lineEnd, titles, header, row, tail);
    }

    PaymentStyle endingLinesWith(LineDelimiter other) {
        return new PaymentStyle(charset, byteOrderMark, separator, other, titles, header, row, tail);
    }

    PaymentStyle under(List<List<String>> rows) {
        return new PaymentStyle(charset, byteOrderMark, separator, lineEnd, rows, header, row, tail);
    }

    PaymentStyle above(List<List<String>> rows) {
        return new PaymentStyle(charset, byteOrderMark, separator, lineEnd, titles, header, row, rows);
    }
}
