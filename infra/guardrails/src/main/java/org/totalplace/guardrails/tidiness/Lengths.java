package org.totalplace.guardrails.tidiness;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.totalplace.guardrails.examined.CheckedModule;
import org.totalplace.guardrails.examined.Examination;
import org.totalplace.guardrails.examined.Finding;
import org.totalplace.guardrails.examined.TextFile;

/** Files and lines that fit the eye. */
public final class Lengths {

    /** Lines of a file, at most. */
    public static final int FILE = 400;

    /** Characters of a line, at most; text blocks and imports are as long as they must be. */
    public static final int LINE = 120;

    private static final Set<String> PROGRAMS = Set.of("java", "sql", "js", "css", "html");

    private Lengths() {}

    public static Examination ofFiles(CheckedModule module) {
        List<TextFile> programs = module.files().stream()
                .filter(file ->
                        PROGRAMS.contains(file.name().substring(file.name().lastIndexOf('.') + 1)))
                .toList();
        return Examination.ofEach(
                programs,
                file -> Stream.of(file.lines().size())
                        .filter(lines -> lines > FILE)
                        .map(lines -> file.finding("has " + lines + " lines")));
    }

    public static Examination ofLines(CheckedModule module) {
        return Examination.ofEach(module.javaFiles(), Lengths::longLines);
    }

    private static Stream<Finding> longLines(TextFile file) {
        List<String> lines = file.lines();
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        if (longest <= LINE) {
            return Stream.empty();
        }
        BitSet free = JavaText.linesOfTextBlocks(file);
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1)
                                .codePointCount(0, lines.get(line - 1).length())
                        > LINE)
                .filter(line -> !free.get(line) && !lines.get(line - 1).startsWith("import "))
                .mapToObj(
                        line -> file.finding(line, "has " + lines.get(line - 1).length() + " characters"));
    }
}
