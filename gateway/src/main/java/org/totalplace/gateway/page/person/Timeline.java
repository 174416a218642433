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
import org.totalplace.gateway.page.Times;
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

    static Timeline of(CombinedView view, ContactsAnswer contacts, Map<String, String> agencies) {
        List<Event> all = new ArrayList<>();
        contacts.results().forEach(contact -> all.add(contact(contact, agencies)));
        for (CombinedView.Measure measure : view.measures()) {
            measure.history().forEach(reading -> all.add(reading(measure, reading, agencies)));
        }
        view.goals().forEach(goal -> all.addAll(goal(goal, agencies)));
        all.removeIf(event -> event.day().isEmpty());
        all.sort(Comparator.comparing(Event::day).reversed());
        return new Timeline(List.copyOf(all.subList(0, Math.min(SHOWN, all.size()))), Math.max(0, all.size() - SHOWN));
    }

    private static Event contact(ContactsAnswer.Contact contact, Map<String, String> agencies) {
        String stage = contact.map() == null
                ? null
                : Words.plain(contact.map()) + ": "
                        + Words.plain(contact.stage()).toLowerCase(Locale.UK);
        String cost = contact.cost() == null ? null : Money.shown(Pence.ofPounds(contact.cost())) + basis(contact);
        String until = contact.end() == null || day(contact.end()).equals(day(contact.start()))
                ? null
                : "until " + Times.shown(day(contact.end()));
        return event(
                contact.start(),
                Words.named(contact.serviceName(), Words.plain(contact.service())),
                agencies.getOrDefault(contact.agency(), contact.agency()),
                plain(contact.type()),
                until,
                stage,
                plain(contact.outcome()),
                cost);
    }

    private static String basis(ContactsAnswer.Contact contact) {
        return "reference".equals(contact.basis()) ? " (by a reference cost)" : "";
    }

    private static Event reading(CombinedView.Measure measure, JsonNode reading, Map<String, String> agencies) {
        String agency = reading.path("agency").asString("");
        return event(
                reading.path("date").asString(""),
                Words.named(measure.name(), measure.measure()) + ": " + Words.of(reading),
                agencies.getOrDefault(agency, agency),
                measure.unit(),
                plain(reading.path("band").asString("")));
    }

    private static List<Event> goal(JsonNode goal, Map<String, String> agencies) {
        String agency = goal.path("agency").asString("");
        String told = agencies.getOrDefault(agency, agency);
        List<Event> events = new ArrayList<>();
        events.add(event(
                goal.path("setOn").asString(""),
                "Goal: " + goal.path("text").asString(""),
                told,
                plain(goal.path("setBy").asString(""))));
        if (goal.hasNonNull("endedOn")) {
            events.add(event(
                    goal.path("endedOn").asString(""),
                    "Goal ended: " + goal.path("text").asString(""),
                    told,
                    plain(goal.path("ended").asString(""))));
        }
        return events;
    }

    private static Event event(String at, String title, String by, @Nullable String... details) {
        return new Event(
                day(at),
                Times.shown(day(at)),
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
