package org.totalplace.guardrails;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.totalplace.guardrails.examined.CheckedModule;

/** Sources and documents that each break one rule, written to a folder of their own. */
final class PlantedFiles {

    static final String MAIN = "src/main/java/org/totalplace/spend/";
    static final String TEST = "src/test/java/org/totalplace/spend/";

    static final Map<Rule, Offence> OFFENCES = new EnumMap<>(Map.ofEntries(
            offence(Rule.PACKAGES_SAY_WHAT_THEY_ARE_FOR, MAIN + "feed/Feed.java", "interface Feed {}", "package-info"),
            offence(Rule.SERVICES_KEEP_TYPES_TO_THEMSELVES, MAIN + "Open.java", open(9), "23 % of 13"),
            offence(Rule.FILES_ARE_SHORT, MAIN + "Long.java", "\n".repeat(401), "401 lines"),
            offence(Rule.LINES_ARE_SHORT, MAIN + "Wide.java", "// " + "wide ".repeat(24), "line 1: has 123"),
            offence(Rule.METHODS_ARE_SHORT, MAIN + "Method.java", method(61), "step() has 61 lines"),
            offence(Rule.NO_NOTE_IS_LEFT, "notes.md", "TODO: describe", "line 1"),
            offence(Rule.NO_CODE_IS_COMMENTED_OUT, MAIN + "Off.java", "class Off {\n    // int off = 1;\n}", "line 2"),
            offence(Rule.IMPORTS_ARE_NAMED, MAIN + "All.java", "import java.util.*;\n\nclass All {}", "java.util.*"),
            offence(Rule.TESTS_ARE_NAMED_BY_TIER, TEST + "FeedTest.java", test("FeedTest"), "does not end with Tests"),
            offence(Rule.NO_MACHINE_IS_NAMED, "settings.yaml", "folder: /home/someone/data", "/home/"),
            offence(Rule.TOP_LEVEL_IS_AS_AGREED, "tools/build.sh", "exit 0", "does not belong there"),
            offence(Rule.RULES_NAME_WHAT_EXISTS, "pom.xml", "<project/>", "is no package of any module"),
            offence(Rule.MODULES_KEEP_THE_RULES, "gateway/" + MAIN + "A.java", "class A {}", "has no GuardrailsTests"),
            offence(Rule.LINKS_RESOLVE, "docs/index.md", "See [the method](method.md).", "method.md"),
            offence(Rule.DOCUMENTS_QUOTE_REAL_PATHS, "docs/index.md", "Look into `infra/nowhere`.", "infra/nowhere"),
            offence(Rule.DOCUMENTS_QUOTE_REAL_CLASSES, "docs/index.md", "See `Nowhere.java`.", "Nowhere.java")));

    private PlantedFiles() {}

    /** A file beside those of the innocent module, and what one finding must say. */
    record Offence(String path, String text, String fragment) {}

    private static Map.Entry<Rule, Offence> offence(Rule rule, String path, String text, String fragment) {
        return Map.entry(rule, new Offence(path, text, fragment));
    }

    static Offence offence(Rule rule) {
        return Objects.requireNonNull(OFFENCES.get(rule), () -> rule + " has no planted offender");
    }

    /** A module, or a repository if the rule is for one, that keeps the rules. */
    static CheckedModule innocent(Rule rule, Path folder) {
        return write(rule, folder, isForRepository(rule) ? repository() : sources(""));
    }

    /** The same with the rule's offence in it; alone where the offence is that something is missing. */
    static CheckedModule guilty(Rule rule, Path folder) {
        Map<String, String> files = new LinkedHashMap<>();
        if (rule != Rule.RULES_NAME_WHAT_EXISTS) {
            files.putAll(isForRepository(rule) ? repository() : sources(""));
        }
        files.put(offence(rule).path(), offence(rule).text());
        return write(rule, folder, files);
    }

    static CheckedModule nothing(Rule rule, Path folder) {
        return write(rule, folder, Map.of());
    }

    private static boolean isForRepository(Rule rule) {
        return rule.compareTo(Rule.TOP_LEVEL_IS_AS_AGREED) >= 0;
    }

    private static Map<String, String> repository() {
        Map<String, String> files = new LinkedHashMap<>(sources("spend-service/"));
        files.put("pom.xml", "<project/>");
        files.put("README.md", "See [how](docs/index.md#how), `infra/up --check` and\n\n```\n./infra/up\n```\n");
        files.put("docs/index.md", """
                [Up](../README.md), [elsewhere](https://example.org/a.md), `spend-service/**/Good.java`,
                `org.totalplace.spend.Good#kept()`, `Good.java`, `org.totalplace.contracts.event.Told`, `a/b`
                """);
        files.put("infra/up", "exit 0");
        files.put("infra/contracts/src/main/avro/Told.avsc", "{}");
        files.put("gateway/pom.xml", "<project/>");
        files.put("outcomes-service/pom.xml", "<project/>");
        files.put("citizen-journey-service/pom.xml", "<project/>");
        for (String name : List.of("gateway", "journey", "outcomes", "value", "linkage", "sample")) {
            files.put("spend-service/src/main/java/org/totalplace/" + name + "/Good.java", "class Good {}");
        }
        files.put("spend-service/src/test/java/org/totalplace/spend/GuardrailsTests.java", "class GuardrailsTests {}");
        return files;
    }

    private static Map<String, String> sources(String module) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(module + MAIN + "package-info.java", """
                /** Keeps the rules. */
                @NullMarked
                package org.totalplace.spend;
                """);
        files.put(module + MAIN + "Good.java", """
                package org.totalplace.spend;

                import java.util.Map;

                // Keeps every rule; if only just.
                public class Good {
                    static final String WIDE = \"""
                            %s
                            // int off = 1;
                            \""";
                    static final String NOTE = "a TODO is not a note in a string; // int off = 1;";
                }

                class Own {}

                record Two() {}

                """.formatted("wide ".repeat(30).strip()) + method(60));
        files.put(module + TEST + "package-info.java", "@NullMarked\npackage org.totalplace.spend;\n");
        files.put(module + TEST + "GoodTests.java", test("GoodTests"));
        return files;
    }

    private static String method(int lines) {
        return "class Steps {\n    void step() {\n" + "        next();\n".repeat(lines - 2) + "    }\n}\n";
    }

    private static String open(int types) {
        return "public class Open {}\n\n".repeat(types);
    }

    private static String test(String name) {
        return "class " + name + " {\n    @Test\n    void holds() {}\n}\n";
    }

    private static CheckedModule write(Rule rule, Path folder, Map<String, String> files) {
        files.forEach((path, text) -> {
            try {
                Files.createDirectories(folder.resolve(path).getParent());
                Files.writeString(folder.resolve(path), text);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
        return CheckedModule.at(folder, isForRepository(rule) ? "org.totalplace" : "org.totalplace.spend");
    }
}
