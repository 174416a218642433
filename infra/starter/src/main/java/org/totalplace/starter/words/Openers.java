package org.totalplace.starter.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words with which English sentences begin and that are nobody's name. Those that are a name as well (Will, Mark,
 * Grace) are left out: a sentence that begins with one is looked at by somebody.
 */
final class Openers {

    /** What a word may end in when it is drawn together with the next: there's, they're, who'd. */
    private static final Pattern SHORTENED = Pattern.compile("'(?:s|d|ll|ve|re|m)$");

    private static final Set<String> WORDS = read();

    private Openers() {}

    /** Whether a word with which a sentence begins has its capital from that alone. */
    static boolean isPlain(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return WORDS.contains(lower)
                || Stream.of(SHORTENED.matcher(lower).replaceFirst("").split("-", -1))
                        .allMatch(WORDS::contains);
    }

    private static Set<String> read() {
        try (InputStream list = Objects.requireNonNull(Openers.class.getResourceAsStream("openers.txt"))) {
            String words = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return Set.of(words.strip().split("\\s+"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
