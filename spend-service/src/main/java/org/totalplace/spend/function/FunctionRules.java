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
    static final String VERSION = "2026-11-c";

    /** Where files leave out the blank: {@code LongTermCare}. */
    private static final Pattern WORDS_RUN_TOGETHER = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

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

    /** Every service pays for insurance, legal advice and audit: as categories they tell no function. */
    private static final String GENERAL_SERVICES = "01";

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
     * The function of a service line. A body of one function serves it by all that it does: its words only tell which
     * group of the division. Of other bodies the first ground that there is: the line's own words, the words of the
     * categories and purposes that make up two thirds of its money, and the name of a body that has but one function.
     *
     * @param categories the money of each category or purpose, without its sign
     */
    static Mapped functionOf(String code, @Nullable String name, Map<String, Long> categories, @Nullable Body body) {
        Mapped own = functionOf(code, name);
        return of(isMapped(own) ? own : byCategories(categories).orElse(own), body);
    }

    /** What words say, as it is to be read of a body. */
    static Mapped of(Mapped words, @Nullable Body body) {
        Optional<Mapped> kind = Optional.ofNullable(body).flatMap(FunctionRules::byKind);
        if (kind.isPresent()) {
            return division(words.function()).equals(division(kind.get().function())) ? words : kind.get();
        }
        return isMapped(words)
                ? words
                : Optional.ofNullable(body).flatMap(FunctionRules::byName).orElse(words);
    }

    /** Whether the words of a service line's code do not tell its function. */
    static boolean saysNothing(String code) {
        return !isMapped(functionOf(code, null));
    }

    private static boolean isMapped(Mapped mapped) {
        return !mapped.function().equals(Cofog.UNMAPPED);
    }

    private static String division(String function) {
        return function.split("\\.", 2)[0];
    }

    /** Whose service line it is. */
    record Body(String kind, String name) {}

    private static Optional<Mapped> byKind(Body body) {
        return Optional.ofNullable(KINDS.get(body.kind()))
                .map(function -> new Mapped(function, "body kind " + VERSION + ": " + body.kind()));
    }

    private static Optional<Mapped> byName(Body body) {
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
        Map<String, Long> groups = new TreeMap<>();
        Map<String, Long> divisions = new TreeMap<>();
        long all = 0;
        for (Map.Entry<String, Long> category : categories.entrySet()) {
            all += category.getValue();
            String function = functionOf(category.getKey(), null).function();
            if (!function.equals(Cofog.UNMAPPED) && !division(function).equals(GENERAL_SERVICES)) {
                groups.merge(function, category.getValue(), Long::sum);
                divisions.merge(division(function), category.getValue(), Long::sum);
            }
        }
        long enough = all - all / 3;
        return most(groups, enough, "words of its categories")
                .or(() -> most(divisions, enough, "words of its categories, of one division"));
    }

    private static Optional<Mapped> most(Map<String, Long> functions, long enough, String why) {
        return functions.entrySet().stream()
                .filter(function -> function.getValue() > 0 && function.getValue() >= enough)
                .findFirst()
                .map(function -> new Mapped(function.getKey(), "rules " + VERSION + ": " + why));
    }

    static Mapped functionOf(String code, @Nullable String name) {
        String text = WORDS_RUN_TOGETHER
                .matcher(code + " " + Objects.requireNonNullElse(name, ""))
                .replaceAll(" ")
                .replace("&", " and ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_/:, ]+", " ")
                .strip();
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
