package org.totalplace.gateway.page.engagement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Filled;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Words;

/** What a filled form makes a consultation of: what is wrong with it, and what the service is sent. */
record NewEngagement(Filled filled, int questions) {

    private static final int SHORT = 200;
    private static final int MOST_ANSWERS = 12;

    static NewEngagement of(EngagementForm form) {
        return new NewEngagement(form.filled(), form.questions());
    }

    List<Mistake> mistakes(Words words) {
        List<Mistake> mistakes = new ArrayList<>();
        if (!filled.text("code").matches("[a-z0-9][a-z0-9-]{0,59}")) {
            mistakes.add(wrong("code", words));
        }
        for (String field : List.of("title", "audience", "answerable")) {
            if (filled.text(field).isEmpty() || filled.text(field).length() > SHORT) {
                mistakes.add(wrong(field, words));
            }
        }
        if (!EngagementForm.KINDS.contains(filled.text("kind"))) {
            mistakes.add(wrong("kind", words));
        }
        days(mistakes, words);
        if (channels().isEmpty()) {
            mistakes.add(new Mistake("channel-online", words.say("engagement-form.wrong.channels")));
        }
        asked(mistakes, words);
        boolean counted = false;
        for (String field : List.of("areas", "ageBands")) {
            List<String> lines = filled.lines(field);
            counted |= !lines.isEmpty();
            if (!lines.stream().allMatch(NewEngagement::isGroup)) {
                mistakes.add(new Mistake(field, words.say("engagement-form.wrong.groups")));
            }
        }
        if (counted && filled.text("source").isEmpty()) {
            mistakes.add(wrong("source", words));
        }
        return mistakes;
    }

    private void days(List<Mistake> mistakes, Words words) {
        List<String> fields = List.of("from", "to", "resultsBy");
        fields.stream()
                .filter(field -> day(filled.text(field)) == null)
                .forEach(field -> mistakes.add(new Mistake(field, words.say("engagement-form.wrong.day"))));
        for (int i = 1; i < fields.size(); i++) {
            LocalDate before = day(filled.text(fields.get(i - 1)));
            LocalDate after = day(filled.text(fields.get(i)));
            if (before != null && after != null && after.isBefore(before)) {
                mistakes.add(wrong(fields.get(i), words));
            }
        }
    }

    private void asked(List<Mistake> mistakes, Words words) {
        if (places().isEmpty()) {
            mistakes.add(new Mistake("question-1", words.say("engagement-form.wrong.question")));
        }
        for (int place : places()) {
            String question = filled.text("question-" + place);
            if (question.isEmpty() || question.length() > SHORT) {
                mistakes.add(new Mistake("question-" + place, words.say("engagement-form.wrong.question")));
            }
            List<String> answers = filled.lines("answers-" + place);
            if (answers.size() < 2
                    || answers.size() > MOST_ANSWERS
                    || new HashSet<>(answers).size() < answers.size()
                    || answers.stream().anyMatch(answer -> answer.length() > SHORT)) {
                mistakes.add(new Mistake("answers-" + place, words.say("engagement-form.wrong.answers")));
            }
        }
    }

    /** As the service takes it. */
    Map<String, @Nullable Object> sent() {
        Map<String, @Nullable Object> sent = new HashMap<>();
        for (String field : List.of("title", "audience", "answerable", "from", "to", "resultsBy")) {
            sent.put(field, filled.text(field));
        }
        sent.put("about", about());
        sent.put("channels", channels());
        sent.put(
                "questions",
                places().stream()
                        .map(place -> Map.of(
                                "question", filled.text("question-" + place),
                                "answers", filled.lines("answers-" + place)))
                        .toList());
        if (!filled.text("source").isEmpty()) {
            sent.put(
                    "population",
                    Map.of("source", filled.text("source"), "areas", groups("areas"), "ageBands", groups("ageBands")));
        }
        return sent;
    }

    private Map<String, String> about() {
        Map<String, String> about = new HashMap<>();
        for (String field : List.of("kind", "agency", "service", "journey")) {
            if (!filled.text(field).isEmpty()) {
                about.put(field, filled.text(field));
            }
        }
        return about;
    }

    private List<String> channels() {
        return EngagementForm.CHANNELS.stream()
                .filter(channel -> filled.text("channel-" + channel).equals("true"))
                .toList();
    }

    /** The questions that are not left empty. */
    private List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i <= questions; i++) {
            if (!filled.text("question-" + i).isEmpty()
                    || !filled.text("answers-" + i).isEmpty()) {
                places.add(i);
            }
        }
        return places;
    }

    private List<Map<String, String>> groups(String field) {
        return filled.lines(field).stream()
                .map(line -> Filled.columns(line, 1, 1))
                .map(columns -> Map.of("code", columns.get(0), "name", columns.get(1), "people", columns.get(2)))
                .toList();
    }

    private static boolean isGroup(String line) {
        List<String> columns = Filled.columns(line, 1, 1);
        return columns.size() == 3
                && !columns.get(0).isEmpty()
                && !columns.get(1).isEmpty()
                && columns.get(2).matches("[1-9]\\d{0,9}");
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static Mistake wrong(String field, Words words) {
        return new Mistake(field, words.say("engagement-form.wrong." + field));
    }
}
