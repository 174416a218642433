package org.totalplace.starter.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something in free words that seems to tell who somebody is. Names are kept in one place only: whoever takes words
 * refuses them, or tells the writer. No list has every name, so that any capital counts as one until somebody says that
 * it is none, but for words with which sentences begin anyway; and so does any word of a script without capitals. What
 * is written without a capital, spelt out or only described (the house by the bridge) is not found: words that might
 * tell of somebody are read by a person before others read them.
 *
 * @param text as written; only a {@link Kind#POSSIBLE_NAME} should be repeated to the writer, and none to anybody else
 */
public record Telling(Kind kind, String text) {

    /** What it seems to be, in the order in which it is looked for. */
    public enum Kind {
        EMAIL("an e-mail address", "(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++"),
        TITLED_NAME(
                "a name",
                "\\b(?:(?:Miss|MISS|Ms|ms|(?i:Dr|Rev)|Sir|SIR|Lady|LADY)\\b\\.?\\s+\\p{Lu}"
                        + "|(?i:Mrs?|Mx|Prof|Cllr)\\b\\.?\\s+\\p{L})[\\p{L}'\\u2019-]*+"
                        + "(?:\\s+\\p{Lu}[\\p{L}'\\u2019-]*+)*+"),
        /** As networks write whose account it is. */
        ACCOUNT("the name of an account", "(?<![\\w@./+-])@[\\p{L}_]\\w{2,}+"),
        DATE_OF_BIRTH("a date of birth", BirthDays.PATTERN),
        POSTCODE(
                "a postcode",
                "\\b(?i:[A-Z]{1,2}\\d[A-Z\\d]?)(?: {0,3}| ?[-.] ?| ?\\( ?)(?i:\\d[ABD-HJLNP-UW-Z]{2})\\b\\)?"),
        /**
         * Financial years and pounds are none. What begins as a number to ring may be divided in more ways than what
         * may be a count beside a count.
         */
        LONG_NUMBER(
                "an NHS number or a telephone number",
                "(?<![\\d\u00a3])(?:\\(?(?:\\+\\d{1,3}|0)(?:[ .()/-]{0,3}\\d){5,}+"
                        + "|(?!(?:19|20)\\d\\d-\\d\\d(?![ -]?\\d))"
                        + "\\d(?:(?:[ .-]|  |(?<=\\d{3}) ?[/-] ?(?=\\d{3}))?\\d){5,}+)"),
        /** A capital, or a word of a script that has none. */
        POSSIBLE_NAME(
                "a name",
                "\\b[\\p{Lu}\\p{Lt}][\\p{L}\\p{M}&'\u2019-]*+"
                        + "|(?:[\\p{Lo}&&[^\u00aa\u00ba]]|\\p{IsGeorgian})[\\p{L}\\p{M}\u200c\u200d-]*+");

        private final String described;
        private final Pattern pattern;

        Kind(String described, String pattern) {
            this.described = described;
            this.pattern = Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
        }

        /** As it is called in a sentence: {@code a postcode}. */
        public String described() {
            return described;
        }

        /** Whether it tells of somebody whatever is meant by it. */
        public boolean isCertain() {
            return this != POSSIBLE_NAME;
        }
    }

    /** Capitals that English writes anyway. */
    private static final Set<String> PLAIN = Stream.of(
                    "i i'm i'd i'll i've monday tuesday wednesday thursday friday saturday sunday january february"
                            + " march april may june july august september october november december christmas easter"
                            + " ramadan eid diwali hanukkah english british welsh scottish irish england wales scotland"
                            + " ireland britain uk gp nhs tv dvd a&e pip")
            .flatMap(words -> Stream.of(words.split(" ", -1)))
            .collect(Collectors.toUnmodifiableSet());

    /** Digits that call nobody: days and years as they are written, hours, and decimals. */
    private static final List<Pattern> HARMLESS = List.of(
            Pattern.compile(
                    "(?<![\\d/.-])(?:0?[1-9]|[12]\\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d\\d(?![\\d/-])"),
            Pattern.compile("(?<![\\d/.-])(?:0?[1-9]|[12]\\d|3[01])/(?:0?[1-9]|1[0-2])/\\d\\d(?![\\d/-])"),
            Pattern.compile("(?<![\\d/.-])(?:19|20)\\d\\d ?[-/] ?(?:19|20)\\d\\d(?![ ./-]?\\d)"),
            Pattern.compile("(?<![\\d-])(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?![\\d-])"),
            Pattern.compile("(?<![\\d.-])\\d\\d?(?:\\.\\d\\d)?-\\d\\d?\\.\\d\\d(?![ .-]?\\d)"),
            Pattern.compile("(?<![\\d.-])\\d{1,7}\\.\\d{1,2}(?![ .-]?\\d)"));

    /** Where something stands in the words. */
    private record Place(int start, int end, Telling telling) {}

    /** The first of each kind, certain ones before possible ones; empty where nothing is seen. */
    public static List<Telling> in(String words) {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        return places(words).stream()
                .map(Place::telling)
                .filter(telling -> seen.add(telling.kind()))
                .toList();
    }

    /** The words with all of it taken out, and in its place what it was: {@code [a postcode]}. */
    public static String redacted(String words) {
        StringBuilder redacted = new StringBuilder();
        int from = 0;
        List<Place> inOrder = places(words).stream()
                .sorted(Comparator.comparingInt(Place::start))
                .toList();
        for (Place place : inOrder) {
            redacted.append(words, from, place.start());
            redacted.append('[').append(place.telling().kind().described()).append(']');
            from = place.end();
        }
        return redacted.append(words, from, words.length()).toString();
    }

    /** Kind by kind; what is one thing already, as the letters of a postcode are, is not a second one. */
    private static List<Place> places(String words) {
        List<Place> found = new ArrayList<>();
        StringBuilder left = new StringBuilder(plain(words));
        for (Kind kind : Kind.values()) {
            if (kind == Kind.LONG_NUMBER) {
                HARMLESS.forEach(harmless -> harmless.matcher(words).results().forEach(none -> blank(left, none)));
            }
            Matcher matcher = kind.pattern.matcher(left.toString());
            while (matcher.find()) {
                if (kind == Kind.POSSIBLE_NAME && !mayBeName(words, matcher)) {
                    continue;
                }
                found.add(new Place(
                        matcher.start(),
                        matcher.end(),
                        new Telling(kind, words.substring(matcher.start(), matcher.end()))));
                blank(left, matcher);
            }
        }
        return found;
    }

    /** Each sign as a keyboard has it: hard and other blanks, long dashes and what cannot be seen hide nothing. */
    private static String plain(String words) {
        StringBuilder plain = new StringBuilder(words);
        for (int at = 0; at < plain.length(); at++) {
            switch (Character.getType(plain.charAt(at))) {
                case Character.SPACE_SEPARATOR -> plain.setCharAt(at, ' ');
                case Character.DASH_PUNCTUATION -> plain.setCharAt(at, '-');
                case Character.FORMAT -> plain.setCharAt(at, isJoiner(plain.charAt(at)) ? plain.charAt(at) : ' ');
                default -> {}
            }
        }
        return plain.toString();
    }

    /** Some scripts write within words what cannot be seen. */
    private static boolean isJoiner(char sign) {
        return sign == '\u200c' || sign == '\u200d';
    }

    private static void blank(StringBuilder words, MatchResult found) {
        for (int at = found.start(); at < found.end(); at++) {
            words.setCharAt(at, ' ');
        }
    }

    private static boolean mayBeName(String words, Matcher capital) {
        return !isPlain(capital.group())
                && !(beginsSentence(words, capital.start()) && Openers.isPlain(capital.group()));
    }

    private static boolean isPlain(String word) {
        return PLAIN.contains(word.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
    }

    private static boolean beginsSentence(String words, int at) {
        int before = at - 1;
        while (before >= 0 && !Character.isLetterOrDigit(words.charAt(before)) && !ends(words.charAt(before))) {
            before--;
        }
        return before < 0 || ends(words.charAt(before));
    }

    private static boolean ends(char c) {
        return c == '.' || c == '!' || c == '?' || c == ':' || c == '\n';
    }
}
