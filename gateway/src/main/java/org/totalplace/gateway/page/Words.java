package org.totalplace.gateway.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.fallback.BackendAway;
import org.totalplace.gateway.language.Language;
import org.totalplace.gateway.language.Messages;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.Pence;
import tools.jackson.databind.JsonNode;

/** The words of a page in its reader's language; and what services say in small free forms, as words. */
public final class Words {

    private static final String NOT_KNOWN = "not known";
    private static final List<String> SPEAKING =
            List.of("message", "reason", "name", "title", "agency", "measure", "type");

    private final Messages messages;
    private final Language language;

    public Words(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    /** @param key of a message: {@code voice.title} */
    public String say(String key, @Nullable Object... args) {
        return messages.say(language, key, args);
    }

    /** The message that a program's word stands for, or the word itself where nobody wrote one. */
    public String name(String prefix, @Nullable String code) {
        return code == null || code.isBlank() ? say("page.unknown") : known(prefix, code, plain(code));
    }

    /** The message that a program's word stands for, or else what a service said. */
    public String known(String prefix, String code, String otherwise) {
        String key = prefix + code.replace(' ', '-');
        return messages.patterns(language).containsKey(key) ? say(key) : otherwise;
    }

    /** What is told in English alone is told in Welsh where the program knows it by its code. */
    public String problem(Problem problem) {
        return welsh() ? known("error.code.", problem.code(), problem.detail()) : problem.detail();
    }

    /** That a service did not answer. */
    public String away(BackendAway away) {
        return away.told(messages, language);
    }

    /** In the unit in which people speak of it: {@code £1.23 billion}; small amounts exactly. */
    public String spoken(Pence amount) {
        return Money.spoken(amount, this);
    }

    public Language language() {
        return language;
    }

    public boolean welsh() {
        return language == Language.WELSH;
    }

    /** @param text an instant or a day as services write it; anything else as it is, nothing as unknown */
    public String day(@Nullable String text) {
        return text == null || text.isEmpty() ? say("page.not-known") : Times.shown(text, language.locale());
    }

    /** @param text months or days as services write periods: {@code 2024-04}, {@code 2024-04/2025-03} */
    public String period(String text) {
        String[] ends = text.split("/", 2);
        String first = Times.monthOrDay(ends[0], language.locale());
        return ends.length == 1 ? first : say("page.from-to", first, Times.monthOrDay(ends[1], language.locale()));
    }

    public String time(Instant at) {
        return Times.shown(at, language.locale());
    }

    /** A text, a number, an object's value or its most telling member, or that it is not known. */
    public String value(@Nullable JsonNode node) {
        String shown = node == null || node.isNull() || node.isMissingNode() ? "" : of(node);
        return shown.isEmpty() || shown.equals(NOT_KNOWN) ? say("page.not-known") : shown;
    }

    /** A text, a number, an object's value or its most telling member; {@code not known} for nothing. */
    public static String of(@Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return NOT_KNOWN;
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (!node.isObject()) {
            return node.asString();
        }
        if (node.has("value")) {
            return of(node.get("value"));
        }
        return SPEAKING.stream()
                .filter(node::has)
                .findFirst()
                .map(member -> of(node.get(member)))
                .orElse(NOT_KNOWN);
    }

    /** A program's word as people read it: {@code no-data} becomes {@code No data}. */
    public static String plain(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return "Not known";
        }
        String spaced = code.replace('-', ' ').replace('_', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.UK) + spaced.substring(1);
    }

    /** The name when there is one, else the code. */
    public static String named(@Nullable String name, String code) {
        return name == null || name.isBlank() ? code : name;
    }

    /** A field's name as people read it: {@code payeeReference} becomes {@code Payee reference}. */
    public static String field(String camel) {
        StringBuilder words = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c)) {
                words.append(' ');
            }
            words.append(i == 0 ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return words.toString();
    }
}
