package org.totalplace.gateway.page.voice;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/**
 * What somebody filled in.
 *
 * @param channel and code and toldOn from staff only, blank otherwise
 */
record SuggestForm(String kind, String about, String words, String channel, String code, String toldOn) {

    static final SuggestForm EMPTY = new SuggestForm("", "", "", "", "", "");

    private static final List<String> KINDS = List.of("service", "journey", "place");
    private static final int LONGEST = 4_000;
    private static final int SHORT = 200;

    static SuggestForm of(MultiValueMap<String, String> typed) {
        return new SuggestForm(
                text(typed, "kind"),
                text(typed, "about"),
                text(typed, "words"),
                text(typed, "channel"),
                text(typed, "code"),
                text(typed, "toldOn"));
    }

    List<Mistake> mistakes(Words say) {
        List<Mistake> mistakes = new ArrayList<>();
        if (!KINDS.contains(kind)) {
            mistakes.add(new Mistake("kind", say.say("voice-suggest.choose-kind")));
        }
        if (about.isEmpty() || about.length() > SHORT) {
            mistakes.add(new Mistake("about", say.say("voice-suggest.say-which")));
        }
        if (words.isEmpty() || words.length() > LONGEST) {
            mistakes.add(new Mistake("words", say.say("voice-suggest.say-what")));
        }
        if (!toldOn.isEmpty() && !isDay(toldOn)) {
            mistakes.add(new Mistake("toldOn", say.say("voice-suggest.write-day")));
        }
        return List.copyOf(mistakes);
    }

    /** As the service takes it. */
    Map<String, String> sent() {
        Map<String, String> sent = new LinkedHashMap<>(Map.of("kind", kind, "about", about, "words", words));
        if (!channel.isEmpty()) {
            sent.put("channel", channel);
        }
        if (!code.isEmpty()) {
            sent.put("code", code);
        }
        if (!toldOn.isEmpty()) {
            sent.put("toldOn", toldOn);
        }
        return sent;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
