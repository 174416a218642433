package org.totalplace.gateway.page.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Times;
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

    static OwnView of(CombinedView view, ContactsAnswer contacts, List<String> agencies, Map<String, String> names) {
        SequencedMap<String, String> choices = choices(view, contacts, agencies, names);
        return new OwnView(
                agencies.stream()
                        .map(code -> names.getOrDefault(code, code))
                        .sorted()
                        .toList(),
                view.contests().stream().map(contest -> said(contest, names)).toList(),
                choices);
    }

    private static SequencedMap<String, String> choices(
            CombinedView view, ContactsAnswer contacts, List<String> agencies, Map<String, String> names) {
        SequencedMap<String, String> choices = new LinkedHashMap<>();
        contacts.results().stream()
                .filter(contact -> contact.recordId() != null)
                .sorted(java.util.Comparator.comparing(ContactsAnswer.Contact::start)
                        .reversed())
                .limit(CONTACTS_OFFERED)
                .forEach(contact -> choices.put(
                        ContestForm.contact(contact.agency(), String.valueOf(contact.recordId())),
                        "%s, %s, %s"
                                .formatted(
                                        Times.shown(Timeline.day(contact.start())),
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
                            "%s, %s: %s, %s"
                                    .formatted(
                                            Times.shown(date),
                                            Words.named(measure.name(), measure.measure()),
                                            Words.of(reading),
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
                            "What you cost %s in %s".formatted(name(names, part.agency()), cost.year())));
        }
        agencies.forEach(agency ->
                choices.put(ContestForm.link(agency), "The record of %s is not mine".formatted(name(names, agency))));
        return choices;
    }

    private static Said said(CombinedView.Contest contest, Map<String, String> names) {
        JsonNode about = contest.about();
        String decision = contest.decision();
        return new Said(
                contest.id(),
                about(about, names),
                contest.words(),
                Times.shown(contest.toldOn()),
                state(contest),
                contest.extendedWhy(),
                decision == null
                        ? null
                        : Words.plain(decision) + ": " + Objects.requireNonNullElse(contest.answer(), ""),
                decision == null && !"withdrawn".equals(contest.state()));
    }

    private static String state(CombinedView.Contest contest) {
        return switch (contest.state()) {
            case "open", "extended" ->
                contest.overdue()
                        ? "The answer is late: it was due on " + Times.shown(contest.due())
                        : "The agency answers by " + Times.shown(contest.due());
            case "answered" -> "Answered on " + Times.shown(contest.endedOn());
            case "withdrawn" -> "You took it back";
            default -> Words.plain(contest.state());
        };
    }

    private static String about(JsonNode about, Map<String, String> names) {
        String agency = name(names, about.path("agency").asString(""));
        return switch (about.path("kind").asString("")) {
            case "contact" -> "A contact with " + agency;
            case "outcome" ->
                "What %s wrote on %s"
                        .formatted(agency, Times.shown(about.path("date").asString("")));
            case "cost" ->
                "What you cost %s in %s".formatted(agency, about.path("year").asString(""));
            default -> "The record of " + agency;
        };
    }

    private static String name(Map<String, String> names, String code) {
        return names.getOrDefault(code, code);
    }
}
