package org.totalplace.spend.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses the function of a service line from its words: the first rule that fits, in a table with a version. */
final class FunctionRules {

    /** Grows whenever {@code rules.csv} changes. */
    static final String VERSION = "2026-11";

    private static final List<Rule> RULES = read();

    private FunctionRules() {}

    /**
     * A function with the reason for it.
     *
     * @param function a COFOG code, or {@link Cofog#UNMAPPED}
     */
    record Mapped(String function, String evidence) {}

    private record Rule(Pattern words, String function) {}

    static Mapped functionOf(String code, @Nullable String name) {
        String text = (code + " " + Objects.requireNonNullElse(name, ""))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_/:,]+", " ");
        for (Rule rule : RULES) {
            if (rule.words().matcher(text).find()) {
                return new Mapped(rule.function(), "rules " + VERSION + ": " + rule.words());
            }
        }
        return new Mapped(Cofog.UNMAPPED, "rules " + VERSION + ": none fits");
    }

    private static List<Rule> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FunctionRules.class.getResourceAsStream("rules.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(FunctionRules::rule).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The rules of functions cannot be read", e);
        }
    }

    private static Rule rule(String line) {
        int comma = line.lastIndexOf(',');
        String function = line.substring(comma + 1);
        if (!Cofog.has(function)) {
            throw new IllegalStateException("A rule names the function '" + function + "', which does not exist");
        }
        return new Rule(Pattern.compile("\\b(?:" + line.substring(0, comma) + ")"), function);
    }
}
