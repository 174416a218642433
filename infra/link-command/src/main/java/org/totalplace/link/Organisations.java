package org.totalplace.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.totalplace.linkage.cleaning.Plain;

/** Names of organisations: the table {@code organisation-words.csv}. */
final class Organisations {

    private static final Set<String> FORMS = read("form");
    private static final Set<String> KINDS = read("kind");

    private Organisations() {}

    /** Whether a name of several words holds a legal form or a word that says what kind of organisation it is. */
    static boolean isOne(String printed) {
        List<String> words = words(printed);
        return words.size() > 1 && words.stream().anyMatch(word -> FORMS.contains(word) || KINDS.contains(word));
    }

    /** The name without its legal form and article, in plain words; the whole name when nothing else is in it. */
    static String clean(String printed) {
        List<String> words = words(printed);
        List<String> kept = new ArrayList<>(words);
        while (kept.size() > 1 && FORMS.contains(kept.getLast())) {
            kept.removeLast();
        }
        if (kept.size() > 1 && kept.getFirst().equals("the")) {
            kept.removeFirst();
        }
        return String.join(" ", kept);
    }

    /** Points vanish, so that {@code L.L.C.} is one word. */
    private static List<String> words(String printed) {
        String plain = Plain.text(printed.replace(".", "").replace("&", " and "));
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    private static Set<String> read(String kind) {
        try (InputStream resource = Organisations.class.getResourceAsStream("organisation-words.csv")) {
            if (resource == null) {
                throw new IllegalStateException(
                        "The table organisation-words.csv is missing beside " + Organisations.class.getName());
            }
            Set<String> words = new HashSet<>();
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + ","))
                    .forEach(line -> words.addAll(List.of(line.split(",")).subList(1, line.split(",").length)));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
