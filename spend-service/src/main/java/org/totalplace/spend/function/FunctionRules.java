package org.totalplace.spend.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses the function of a service line from its words: the first rule that fits, in a table with a version. */
final class FunctionRules {

    /** Grows whenever {@code rules.csv} changes. */
    static final String VERSION = "2026-11-b";

    private static final List<Rule> RULES = read("rules.csv");
    private static final List<Rule> BODIES = read("bodies.csv");

    /** Bodies of many functions, of whose name nothing follows. */
    private static final Set<String> GENERAL = Set.of(
            "council",
            "county",
            "district",
            "unitary",
            "borough",
            "metropolitan-district",
            "london-borough",
            "greater-london",
            "combined-authority",
            "parish");

    private static final Map<String, String> KINDS = kinds();

    private FunctionRules() {}

    /**
     * A function with the reason for it.
     *
     * @param function a COFOG code, or {@link Cofog#UNMAPPED}
     */
    record Mapped(String function, String evidence) {}

    private record Rule(Pattern words, String function) {}

    /**
     * A rule as people read it.
     *
     * @param order in which it is tried
     * @param by {@code words} of a service line or category, {@code body kind}, or {@code body name}
     */
    record Shown(int order, String by, String matches, String function, String functionName) {}

    static List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        RULES.forEach(rule -> shown.add(new Shown(
                shown.size() + 1, "words", rule.words().pattern(), rule.function(), Cofog.nameOf(rule.function()))));
        KINDS.forEach((kind, function) ->
                shown.add(new Shown(shown.size() + 1, "body kind", kind, function, Cofog.nameOf(function))));
        BODIES.forEach(rule -> shown.add(new Shown(
                shown.size() + 1,
                "body name",
                rule.words().pattern(),
                rule.function(),
                Cofog.nameOf(rule.function()))));
        return List.copyOf(shown);
    }

    /**
     * The function of a service line by the first ground that there is: its own words, the words of the categories that
     * make up two thirds of its money, the kind of its body, and the name of a body that has but one function.
     *
     * @param categories the money of each category, without its sign
     */
    static Mapped functionOf(String code, @Nullable String name, Map<String, Long> categories, @Nullable Body body) {
        Mapped own = functionOf(code, name);
        if (!own.function().equals(Cofog.UNMAPPED)) {
            return own;
        }
        return byCategories(categories)
                .or(() -> Optional.ofNullable(body).flatMap(FunctionRules::byBody))
                .orElse(own);
    }

    /** Whose service line it is. */
    record Body(String kind, String name) {}

    private static Optional<Mapped> byBody(Body body) {
        String function = KINDS.get(body.kind());
        if (function != null) {
            return Optional.of(new Mapped(function, "body kind " + VERSION + ": " + body.kind()));
        }
        String name = body.name().toLowerCase(Locale.ROOT);
        return GENERAL.contains(body.kind())
                ? Optional.empty()
                : BODIES.stream()
                        .filter(rule -> rule.words().matcher(name).find())
                        .findFirst()
                        .map(rule ->
                                new Mapped(rule.function(), "body kind " + VERSION + ": name has " + rule.words()));
    }

    private static Optional<Mapped> byCategories(Map<String, Long> categories) {
        Map<String, Long> functions = new TreeMap<>();
        long all = 0;
        for (Map.Entry<String, Long> category : categories.entrySet()) {
            all += category.getValue();
            functions.merge(functionOf(category.getKey(), null).function(), category.getValue(), Long::sum);
        }
        functions.remove(Cofog.UNMAPPED);
        long enough = all - all / 3;
        return functions.entrySet().stream()
                .filter(function -> function.getValue() > 0 && function.getValue() >= enough)
                .findFirst()
                .map(function -> new Mapped(function.getKey(), "rules " + VERSION + ": words of its categories"));
    }

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

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        try (BufferedReader lines = open("kinds.csv")) {
            lines.lines().map(line -> line.split(",", -1)).forEach(line -> kinds.put(line[0], line[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("The functions of kinds of bodies cannot be read", e);
        }
        return Collections.unmodifiableMap(kinds);
    }

    private static BufferedReader open(String resource) {
        return new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FunctionRules.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8));
    }

    private static List<Rule> read(String resource) {
        try (BufferedReader lines = open(resource)) {
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
