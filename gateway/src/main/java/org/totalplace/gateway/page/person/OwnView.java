package org.totalplace.gateway.page.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;
import tools.jackson.databind.JsonNode;

/**
 * What citizens see of themselves beside the combined view, ready to print.
 *
 * @param knownTo agencies that have a record of theirs
 * @param choices lines that they can say are not right: what the form sends, and what it is in words
 */
record OwnView(List<String> knownTo, List<Said> said, SequencedMap<String, String> choices) {

    private static final int READINGS_OFFERED = 40;
    private static final int CONTACTS_OFFERED = 60;

    /**
     * What the person said is not right, and what the agency answered.
     *
     * @param open whether it can be taken back
     */
    record Said(
            String id,
            String about,
            String words,
            String saidOn,
            String state,
            @Nullable String later,
            @Nullable String answer,
            boolean open) {}

    static OwnView of(
            CombinedView view, ContactsAnswer contacts, List<String> agencies, Map<String, String> names, Words words) {
        SequencedMap<String, String> choices = choices(view, contacts, agencies, names, words);
        return new OwnView(
                agencies.stream()
                        .map(code -> names.getOrDefault(code, code))
                        .sorted()
                        .toList(),
                view.contests().stream()
                        .map(contest -> said(contest, names, words))
                        .toList(),
                choices);
    }

    private static SequencedMap<String, String> choices(
            CombinedView view, ContactsAnswer contacts, List<String> agencies, Map<String, String> names, Words words) {
        SequencedMap<String, String> choices = new LinkedHashMap<>();
        contacts.results().stream()
                .filter(contact -> contact.recordId() != null)
                .sorted(java.util.Comparator.comparing(ContactsAnswer.Contact::start)
                        .reversed())
                .limit(CONTACTS_OFFERED)
                .forEach(contact -> choices.put(
                        ContestForm.contact(contact.agency(), String.valueOf(contact.recordId())),
                        words.say(
                                "me.line",
                                words.day(Timeline.day(contact.start())),
                                Words.named(contact.serviceName(), Words.plain(contact.service())),
                                name(names, contact.agency()))));
        List<String[]> readings = new ArrayList<>();
        view.measures()
                .forEach(measure -> measure.history().forEach(reading -> {
                    String agency = reading.path("agency").asString("");
                    String date = reading.path("date").asString("");
                    if (!agency.isEmpty() && !date.isEmpty()) {
                        readings.add(new String[] {
                            ContestForm.outcome(agency, measure.measure(), date),
                            words.say(
                                    "me.reading",
                                    words.day(date),
                                    Words.named(measure.name(), measure.measure()),
                                    Readings.shown(measure, reading, words),
                                    name(names, agency))
                        });
                    }
                }));
        readings.stream().limit(READINGS_OFFERED).forEach(reading -> choices.put(reading[0], reading[1]));
        CombinedView.Cost cost = view.cost();
        if (cost != null && cost.year() != null) {
            cost.byAgency()
                    .forEach(part -> choices.put(
                            ContestForm.cost(part.agency(), String.valueOf(cost.year())),
                            words.say("me.cost-line", name(names, part.agency()), cost.year())));
        }
        agencies.forEach(
                agency -> choices.put(ContestForm.link(agency), words.say("me.link-line", name(names, agency))));
        return choices;
    }

    private static Said said(CombinedView.Contest contest, Map<String, String> names, Words words) {
        JsonNode about = contest.about();
        String decision = contest.decision();
        return new Said(
                contest.id(),
                about(about, names, words),
                contest.words(),
                words.day(contest.toldOn()),
                state(contest, words),
                contest.extendedWhy(),
                decision == null
                        ? null
                        : words.say(
                                "me.answer",
                                words.name("me.decision.", decision),
                                Objects.requireNonNullElse(contest.answer(), "")),
                decision == null && !"withdrawn".equals(contest.state()));
    }

    private static String state(CombinedView.Contest contest, Words words) {
        return switch (contest.state()) {
            case "open", "extended" ->
                contest.overdue()
                        ? words.say("me.state.late", words.day(contest.due()))
                        : words.say("me.state.due", words.day(contest.due()));
            case "answered" -> words.say("me.state.answered", words.day(contest.endedOn()));
            case "withdrawn" -> words.say("me.state.withdrawn");
            default -> Words.plain(contest.state());
        };
    }

    private static String about(JsonNode about, Map<String, String> names, Words words) {
        String agency = name(names, about.path("agency").asString(""));
        return switch (about.path("kind").asString("")) {
            case "contact" -> words.say("me.about.contact", agency);
            case "outcome" ->
                words.say(
                        "me.about.outcome", agency, words.day(about.path("date").asString("")));
            case "cost" -> words.say("me.cost-line", agency, about.path("year").asString(""));
            default -> words.say("me.about.record", agency);
        };
    }

    private static String name(Map<String, String> names, String code) {
        return names.getOrDefault(code, code);
    }
}
