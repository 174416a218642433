package org.totalplace.gateway.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The templates and classes that make pages, as text, and where they use messages. */
final class PageSources {

    /** A use of a message: in which file, of which key, with how many arguments. */
    record Use(String file, String key, int args) {}

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CLASSES = Path.of("src/main/java/org/totalplace/gateway");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)(\\(?)");
    private static final Pattern IN_CLASS = Pattern.compile("\\bsay\\(\\s*\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"(,?)");
    private static final Pattern LITERAL = Pattern.compile("[\"']([a-z][a-z-]*(?:\\.[A-Za-z0-9-]+)*\\.?)[\"']");

    private PageSources() {}

    static Map<String, String> templates() {
        return read(TEMPLATES, ".html");
    }

    static Map<String, String> classes() {
        return read(CLASSES, ".java");
    }

    /** Every use that says how many arguments it gives. */
    static List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        templates().forEach((file, text) -> {
            Matcher found = IN_TEMPLATE.matcher(text);
            while (found.find()) {
                uses.add(new Use(file, found.group(1), found.group(2).isEmpty() ? 0 : args(text, found.end())));
            }
        });
        classes().forEach((file, text) -> {
            Matcher found = IN_CLASS.matcher(text);
            while (found.find()) {
                uses.add(new Use(file, found.group(1), found.group(2).isEmpty() ? 0 : args(text, found.end())));
            }
        });
        return uses;
    }

    /** Everything in quotes that may be a key or, with a dot at its end, the beginning of keys. */
    static List<String> literals() {
        return Stream.concat(templates().values().stream(), classes().values().stream())
                .flatMap(text -> LITERAL.matcher(text).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** How many arguments there are from here to the bracket that closes them. */
    static int args(String text, int from) {
        int depth = 0;
        int count = 1;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '{') {
                depth++;
            } else if ((c == ')' || c == '}') && depth-- == 0) {
                return count;
            } else if (c == ',' && depth == 0) {
                count++;
            }
        }
        throw new IllegalArgumentException("Nothing closes the arguments at " + from);
    }

    private static Map<String, String> read(Path folder, String ending) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                String name = folder.relativize(file).toString();
                texts.put(name.substring(0, name.length() - ending.length()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
