package org.totalplace.guardrails.tidiness;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.TextFile;

/**
 * Tells the parts of a Java source apart that a search for words would mix up: text blocks, strings, comments and code.
 */
final class JavaText {

    private static final Pattern PARTS = Pattern.compile("""
            (?s)(?<block>\"""\\h*\\R.*?(?<!\\\\)\""")|(?<text>"(?:\\\\.|[^"\\\\\\n])*+"|'(?:\\\\.|[^'\\\\\\n])*+')\
            |(?<line>//[^\\n]*)|(?<comment>/\\*.*?\\*/)""");

    private JavaText() {}

    /** A comment, or what a comment says on one of its lines. */
    record Remark(int line, String text) {}

    /** Lines, counted from one, that a text block is on. */
    static BitSet linesOfTextBlocks(TextFile file) {
        BitSet lines = new BitSet();
        parts(file, part -> part.group("block") != null)
                .forEach(part -> lines.set(
                        part.line(), part.line() + (int) part.text().lines().count()));
        return lines;
    }

    /** What stands after {@code //}, each with its line. */
    static List<Remark> lineComments(TextFile file) {
        return parts(file, part -> part.group("line") != null).toList();
    }

    /** Every line of every comment. */
    static List<Remark> comments(TextFile file) {
        return parts(file, part -> part.group("line") != null || part.group("comment") != null)
                .flatMap(JavaText::perLine)
                .toList();
    }

    private static Stream<Remark> perLine(Remark remark) {
        String[] lines = remark.text().split("\n", -1);
        return Stream.iterate(0, line -> line < lines.length, line -> line + 1)
                .map(line -> new Remark(remark.line() + line, lines[line]));
    }

    private static Stream<Remark> parts(TextFile file, Predicate<Matcher> wanted) {
        int[] starts = starts(file.text());
        Stream.Builder<Remark> found = Stream.builder();
        Matcher part = PARTS.matcher(file.text());
        while (part.find()) {
            if (wanted.test(part)) {
                int at = Arrays.binarySearch(starts, part.start());
                found.add(new Remark(at >= 0 ? at + 1 : -at - 1, part.group()));
            }
        }
        return found.build();
    }

    private static int[] starts(String text) {
        int[] after = Pattern.compile("\n")
                .matcher(text)
                .results()
                .mapToInt(end -> end.end())
                .toArray();
        int[] starts = new int[after.length + 1];
        System.arraycopy(after, 0, starts, 1, after.length);
        return starts;
    }
}
