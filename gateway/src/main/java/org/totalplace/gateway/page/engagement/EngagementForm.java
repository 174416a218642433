package org.totalplace.gateway.page.engagement;

import static org.totalplace.gateway.page.LongForm.Kind.CHOICE;
import static org.totalplace.gateway.page.LongForm.Kind.LINE;
import static org.totalplace.gateway.page.LongForm.Kind.LINES;
import static org.totalplace.gateway.page.LongForm.Kind.TICK;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Filled;
import org.totalplace.gateway.page.LongForm;
import org.totalplace.gateway.page.LongForm.Field;
import org.totalplace.gateway.page.LongForm.Group;
import org.totalplace.gateway.page.LongForm.Kind;
import org.totalplace.gateway.page.Words;

/** A consultation as the communications team fills it in. */
record EngagementForm(Filled filled) {

    static final List<String> CHANNELS = List.of("online", "print", "meeting");
    static final List<String> KINDS = List.of("service", "journey", "place");

    private static final String QUESTIONS = "questions";
    private static final int MOST_QUESTIONS = 20;
    static final Map<String, Integer> MOST = Map.of(QUESTIONS, MOST_QUESTIONS);

    /** What was written down before, to be changed. */
    static EngagementForm of(String code, EngagementAnswers.Engagement written) {
        Map<String, String> values = new HashMap<>();
        values.put("code", code);
        values.put("title", written.title());
        values.put("audience", written.audience());
        values.put("answerable", written.answerable());
        values.put("from", written.from());
        values.put("to", written.to());
        values.put("resultsBy", written.resultsBy());
        written.channels().forEach(channel -> values.put("channel-" + channel, "true"));
        EngagementAnswers.About about = written.about();
        if (about != null) {
            put(values, "kind", about.kind());
            put(values, "agency", about.agency());
            put(values, "service", about.service());
            put(values, "journey", about.journey());
        }
        int questions = 0;
        for (EngagementAnswers.Question question : written.questions()) {
            values.put("question-" + ++questions, question.question());
            values.put("answers-" + questions, String.join("\n", question.answers()));
        }
        values.put(QUESTIONS, String.valueOf(questions));
        EngagementAnswers.Population population = written.population();
        if (population != null) {
            values.put("source", population.source());
            values.put("areas", lines(population.areas()));
            values.put("ageBands", lines(population.ageBands()));
        }
        return new EngagementForm(new Filled(values));
    }

    int questions() {
        return filled.rows(QUESTIONS, MOST_QUESTIONS);
    }

    /** @param agencies by code */
    LongForm shown(Words words, Map<String, String> agencies) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                words.say("engagement-form.what"),
                List.of(
                        line("code", words),
                        line("title", words),
                        field(CHOICE, "kind", words, kinds(words)),
                        field(CHOICE, "agency", words, agencies),
                        line("service", words),
                        line("journey", words),
                        line("audience", words),
                        line("answerable", words))));
        groups.add(new Group(
                words.say("engagement-form.when"),
                List.of(line("from", words), line("to", words), line("resultsBy", words))));
        groups.add(new Group(
                words.say("engagement-form.channels"),
                CHANNELS.stream().map(channel -> tick(channel, words)).toList()));
        for (int i = 1; i <= questions(); i++) {
            groups.add(new Group(
                    words.say("engagement-form.question-no", i),
                    List.of(row(LINE, "question", i, words), row(LINES, "answers", i, words))));
        }
        groups.add(new Group(
                words.say("engagement-form.population"),
                List.of(
                        line("source", words),
                        field(LINES, "areas", words, Map.of()),
                        field(LINES, "ageBands", words, Map.of()))));
        return new LongForm(
                words.say("engagement-form.title"),
                words.say("engagement-form.lead"),
                "/consultation",
                "/voice/engagements",
                groups,
                Map.of(QUESTIONS, questions()),
                Map.of(QUESTIONS, words.say("engagement-form.more")));
    }

    private Field line(String id, Words words) {
        return field(LINE, id, words, Map.of());
    }

    private Field tick(String channel, Words words) {
        String id = "channel-" + channel;
        return new Field(id, TICK, words.say("engagement-form.channel." + channel), "", filled.text(id), Map.of());
    }

    private Field field(Kind kind, String id, Words words, Map<String, String> options) {
        String hint = words.known("engagement-form.hint.", id, "");
        return new Field(id, kind, words.say("engagement-form.field." + id), hint, filled.text(id), options);
    }

    private Field row(Kind kind, String field, int place, Words words) {
        String id = field + "-" + place;
        String hint = words.known("engagement-form.hint.", field, "");
        return new Field(id, kind, words.say("engagement-form.field." + field), hint, filled.text(id), Map.of());
    }

    private static Map<String, String> kinds(Words words) {
        Map<String, String> kinds = new LinkedHashMap<>();
        KINDS.forEach(kind -> kinds.put(kind, words.say("voice.kind." + kind)));
        return kinds;
    }

    private static String lines(List<EngagementAnswers.Group> groups) {
        return String.join(
                "\n",
                groups.stream()
                        .map(group -> group.code() + ", " + group.name() + ", " + group.people())
                        .toList());
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
