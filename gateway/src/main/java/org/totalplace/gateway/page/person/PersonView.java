package org.totalplace.gateway.page.person;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.usage.UsageRecord;
import org.totalplace.value.Pence;
import tools.jackson.databind.JsonNode;

/** What the person's page shows, ready to print. */
record PersonView(
        String id,
        String asOf,
        String asOfCode,
        List<DomainPart> domains,
        List<JourneyRow> journeys,
        List<ContactRow> contacts,
        @Nullable CostPart cost,
        List<GoalRow> goals,
        List<String> doubts,
        List<String> missing,
        List<String> needs,
        Timeline timeline,
        @Nullable String timelineTrouble,
        List<LookRow> looks) {

    record DomainPart(String title, String status, List<MeasureRow> measures) {}

    record MeasureRow(String name, String baseline, String latest, String change, String status) {}

    /** @param latest the person's own latest word, 0 to 10 */
    record GoalRow(String text, String setOn, String latest, String status) {}

    record JourneyRow(String map, String stage, String since) {}

    record ContactRow(String agency, String contacts, String latest) {}

    record CostPart(String year, String total, List<CostRow> byAgency) {}

    record CostRow(String agency, String amount, Bar bar) {}

    record LookRow(String at, String who, String purpose, String what) {}

    private static final List<String> DOMAINS = List.of("social", "environmental", "economic");

    static PersonView of(
            CombinedView view,
            Part<ContactsAnswer> contacts,
            Map<String, String> agencyNames,
            List<UsageRecord> looks,
            Words words) {
        ContactsAnswer known = Objects.requireNonNullElse(contacts.value(), ContactsAnswer.NONE);
        return new PersonView(
                view.personId(),
                words.day(view.asOf()),
                Objects.requireNonNullElse(view.asOf(), ""),
                DOMAINS.stream().map(domain -> domain(view, domain, words)).toList(),
                view.journeys().stream()
                        .map(journey -> new JourneyRow(
                                Words.plain(journey.map()), Words.plain(journey.stage()), words.day(journey.since())))
                        .toList(),
                contacts(view, agencyNames, words),
                cost(view.cost(), agencyNames, words),
                view.goals().stream().map(goal -> goal(goal, words)).toList(),
                view.doubts().stream().map(Words::of).toList(),
                view.missing().stream()
                        .map(Words::of)
                        .map(code -> name(agencyNames, code))
                        .toList(),
                view.needs().stream()
                        .map(need -> need(need, agencyNames, words))
                        .toList(),
                Timeline.of(view, known, agencyNames, words),
                contacts.trouble(),
                looks.stream().map(look -> look(look, words)).toList());
    }

    private static String need(CombinedView.Need need, Map<String, String> agencyNames, Words words) {
        return words.say(
                "person.need",
                words.name("need.kind.", need.kind()),
                words.day(need.raisedOn()),
                name(agencyNames, need.agency()));
    }

    private static GoalRow goal(JsonNode goal, Words words) {
        if (!goal.isObject()) {
            return new GoalRow(words.value(goal), words.day(null), words.day(null), words.day(null));
        }
        JsonNode readings = goal.path("readings");
        JsonNode latest = readings.isEmpty() ? null : readings.get(readings.size() - 1);
        String ended = goal.path("ended").asString("");
        return new GoalRow(
                goal.path("text").asString(""),
                words.day(goal.path("setOn").asString("")),
                latest == null ? words.say("person.no-own-word") : words.say("person.of-ten", words.value(latest)),
                words.name(
                        "person.status.", ended.isEmpty() ? goal.path("status").asString("") : ended));
    }

    private static DomainPart domain(CombinedView view, String domain, Words words) {
        CombinedView.Domain state = view.domains().get(domain);
        List<MeasureRow> measures = view.measures().stream()
                .filter(measure -> domain.equals(measure.domain()))
                .map(measure -> measure(measure, words))
                .toList();
        return new DomainPart(
                words.name("person.domain.", domain),
                words.name("person.status.", state == null ? null : state.status()),
                measures);
    }

    private static MeasureRow measure(CombinedView.Measure measure, Words words) {
        String unit = Readings.unit(measure);
        return new MeasureRow(
                Words.named(measure.name(), measure.measure()) + (unit == null ? "" : " (" + unit + ")"),
                Readings.shown(measure, measure.baseline(), words),
                Readings.shown(measure, measure.latest(), words),
                words.value(measure.change()),
                words.name("person.status.", measure.status()));
    }

    private static List<ContactRow> contacts(CombinedView view, Map<String, String> names, Words words) {
        CombinedView.Contacts contacts = view.contacts();
        return (contacts == null ? List.<CombinedView.Contacts.OfAgency>of() : contacts.byAgency())
                .stream()
                        .map(part -> new ContactRow(
                                name(names, part.agency()), words.value(part.contacts()), words.day(part.latest())))
                        .toList();
    }

    private static @Nullable CostPart cost(CombinedView.@Nullable Cost cost, Map<String, String> names, Words words) {
        if (cost == null || cost.total() == null) {
            return null;
        }
        List<Pence> all = cost.byAgency().stream()
                .map(part -> Pence.ofPounds(part.amount()))
                .toList();
        return new CostPart(
                Objects.requireNonNullElseGet(cost.year(), () -> words.say("person.all-years")),
                Money.shown(Pence.ofPounds(cost.total())),
                cost.byAgency().stream()
                        .map(part -> {
                            Pence amount = Pence.ofPounds(part.amount());
                            return new CostRow(name(names, part.agency()), Money.shown(amount), Bar.of(amount, all));
                        })
                        .toList());
    }

    private static LookRow look(UsageRecord entry, Words words) {
        String organisation = entry.organisation() == null ? "" : ", " + entry.organisation();
        return new LookRow(
                words.time(entry.at()),
                entry.caller() + " (" + entry.role() + organisation + ")",
                words.name("person.purpose.", entry.purpose()),
                seen(entry.what(), words));
    }

    private static String seen(String what, Words words) {
        return switch (what) {
            case "/people" -> words.say("person.seen.found");
            case "/people/{id}" -> words.say("person.seen.page");
            case "/people/{id}/refreshed" -> words.say("person.seen.refreshed");
            case "/people/{id}/changes" -> words.say("person.seen.changes");
            default -> what;
        };
    }

    private static String name(Map<String, String> names, String code) {
        return names.getOrDefault(code, code);
    }
}
