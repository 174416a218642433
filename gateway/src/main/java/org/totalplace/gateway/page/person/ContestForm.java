package org.totalplace.gateway.page.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/**
 * What somebody says is not right about themselves, as the form holds it.
 *
 * @param about the line: its kind, its agency and what else names it, parted by bars
 */
record ContestForm(String about, String words) {

    static final ContestForm EMPTY = new ContestForm("", "");

    static final int LONGEST = 2_000;

    static String contact(String agency, String recordId) {
        return "contact|" + agency + "|" + recordId;
    }

    static String outcome(String agency, String measure, String date) {
        return "outcome|" + agency + "|" + date + "|" + measure;
    }

    static String cost(String agency, String year) {
        return "cost|" + agency + "|" + year;
    }

    static String link(String agency) {
        return "link|" + agency;
    }

    static ContestForm of(MultiValueMap<String, String> form) {
        return new ContestForm(text(form, "about"), text(form, "words"));
    }

    List<Mistake> mistakes(Words say) {
        List<Mistake> mistakes = new ArrayList<>();
        if (sentAbout() == null) {
            mistakes.add(new Mistake("about", say.say("me.choose-mistake")));
        }
        if (words.isEmpty()) {
            mistakes.add(new Mistake("words", say.say("me.say-mistake")));
        } else if (words.length() > LONGEST) {
            mistakes.add(new Mistake("words", say.say("me.shorter-mistake", LONGEST)));
        }
        return List.copyOf(mistakes);
    }

    /** As the service takes it. */
    Map<String, Object> sent() {
        return Map.of("about", Objects.requireNonNull(sentAbout()), "words", words);
    }

    private @Nullable Map<String, String> sentAbout() {
        String[] parts = about.split("\\|", -1);
        if (parts.length < 2) {
            return null;
        }
        Map<String, String> named = Map.of("kind", parts[0], "agency", parts[1]);
        return switch (parts[0]) {
            case "contact" -> with(named, "recordId", rest(2));
            case "outcome" -> parts.length < 4 ? null : with(with(named, "date", parts[2]), "measure", rest(3));
            case "cost" -> with(named, "year", rest(2));
            case "link" -> named;
            default -> null;
        };
    }

    /** What follows so many bars, bars of its own included. */
    private String rest(int bars) {
        String[] parts = about.split("\\|", bars + 1);
        return parts.length > bars ? parts[bars] : "";
    }

    private static Map<String, String> with(Map<String, String> named, String member, String value) {
        Map<String, String> more = new java.util.LinkedHashMap<>(named);
        more.put(member, value);
        return more;
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
