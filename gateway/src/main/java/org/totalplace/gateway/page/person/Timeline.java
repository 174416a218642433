package org.totalplace.gateway.page.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;
import tools.jackson.databind.JsonNode;

/**
 * What happened to a person across agencies, newest first.
 *
 * @param earlier how many events are older than those that are shown
 */
record Timeline(List<Event> events, int earlier) {

    /** @param day as services write it, by which events are sorted */
    record Event(String day, String shownDay, String title, String by, String detail) {}

    private static final int SHOWN = 60;
    private static final int DAY = "2025-03-31".length();

    static Timeline of(CombinedView view, ContactsAnswer contacts, Map<String, String> agencies, Words words) {
        List<Event> all = new ArrayList<>();
        contacts.results().forEach(contact -> all.add(contact(contact, agencies, words)));
        for (CombinedView.Measure measure : view.measures()) {
            measure.history().forEach(reading -> all.add(reading(measure, reading, agencies, words)));
        }
        view.goals().forEach(goal -> all.addAll(goal(goal, agencies, words)));
        all.removeIf(event -> event.day().isEmpty());
        all.sort(Comparator.comparing(Event::day).reversed());
        return new Timeline(List.copyOf(all.subList(0, Math.min(SHOWN, all.size()))), Math.max(0, all.size() - SHOWN));
    }

    private static Event contact(ContactsAnswer.Contact contact, Map<String, String> agencies, Words words) {
        String stage = contact.map() == null
                ? null
                : Words.plain(contact.map()) + ": "
                        + Words.plain(contact.stage()).toLowerCase(Locale.UK);
        String until = contact.end() == null || day(contact.end()).equals(day(contact.start()))
                ? null
                : words.say("person.until", words.day(day(contact.end())));
        return event(
                words,
                contact.start(),
                Words.named(contact.serviceName(), Words.plain(contact.service())),
                agencies.getOrDefault(contact.agency(), contact.agency()),
                plain(contact.type()),
                until,
                stage,
                plain(contact.outcome()),
                cost(contact, words));
    }

    private static @Nullable String cost(ContactsAnswer.Contact contact, Words words) {
        if (contact.cost() == null) {
            return null;
        }
        String amount = Money.shown(Pence.ofPounds(contact.cost()));
        return "reference".equals(contact.basis()) ? words.say("person.by-reference", amount) : amount;
    }

    private static Event reading(
            CombinedView.Measure measure, JsonNode reading, Map<String, String> agencies, Words words) {
        String agency = reading.path("agency").asString("");
        return event(
                words,
                reading.path("date").asString(""),
                words.say(
                        "person.reading",
                        Words.named(measure.name(), measure.measure()),
                        Readings.shown(measure, reading, words)),
                agencies.getOrDefault(agency, agency),
                Readings.unit(measure),
                plain(reading.path("band").asString("")));
    }

    private static List<Event> goal(JsonNode goal, Map<String, String> agencies, Words words) {
        String agency = goal.path("agency").asString("");
        String told = agencies.getOrDefault(agency, agency);
        List<Event> events = new ArrayList<>();
        events.add(event(
                words,
                goal.path("setOn").asString(""),
                words.say("person.goal", goal.path("text").asString("")),
                told,
                plain(goal.path("setBy").asString(""))));
        if (goal.hasNonNull("endedOn")) {
            events.add(event(
                    words,
                    goal.path("endedOn").asString(""),
                    words.say("person.goal-ended", goal.path("text").asString("")),
                    told,
                    plain(goal.path("ended").asString(""))));
        }
        return events;
    }

    private static Event event(Words words, String at, String title, String by, @Nullable String... details) {
        return new Event(
                day(at),
                words.day(day(at)),
                title,
                by,
                Arrays.stream(details).filter(Objects::nonNull).collect(Collectors.joining(", ")));
    }

    private static @Nullable String plain(@Nullable String code) {
        return code == null || code.isBlank() ? null : Words.plain(code).toLowerCase(Locale.UK);
    }

    static String day(String at) {
        return at.length() > DAY ? at.substring(0, DAY) : at;
    }
}
