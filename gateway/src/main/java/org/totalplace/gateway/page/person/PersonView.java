package org.totalplace.gateway.page.person;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Times;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.usage.UsageLog;
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
            List<UsageLog.Numbered> looks) {
        ContactsAnswer known = Objects.requireNonNullElse(contacts.value(), ContactsAnswer.NONE);
        return new PersonView(
                view.personId(),
                Times.shown(view.asOf()),
                Objects.requireNonNullElse(view.asOf(), ""),
                DOMAINS.stream().map(domain -> domain(view, domain)).toList(),
                view.journeys().stream()
                        .map(journey -> new JourneyRow(
                                Words.plain(journey.map()), Words.plain(journey.stage()), Times.shown(journey.since())))
                        .toList(),
                contacts(view, agencyNames),
                cost(view.cost(), agencyNames),
                view.goals().stream().map(PersonView::goal).toList(),
                view.doubts().stream().map(Words::of).toList(),
                view.missing().stream()
                        .map(Words::of)
                        .map(code -> name(agencyNames, code))
                        .toList(),
                view.needs().stream().map(need -> need(need, agencyNames)).toList(),
                Timeline.of(view, known, agencyNames),
                contacts.trouble(),
                looks.stream().map(PersonView::look).toList());
    }

    private static String need(CombinedView.Need need, Map<String, String> agencyNames) {
        return Words.plain(need.kind()) + ", raised on " + Times.shown(need.raisedOn()) + ", with "
                + name(agencyNames, need.agency());
    }

    private static GoalRow goal(JsonNode goal) {
        if (!goal.isObject()) {
            return new GoalRow(Words.of(goal), "not known", "not known", "not known");
        }
        JsonNode readings = goal.path("readings");
        JsonNode latest = readings.isEmpty() ? null : readings.get(readings.size() - 1);
        String ended = goal.path("ended").asString("");
        return new GoalRow(
                goal.path("text").asString(""),
                Times.shown(goal.path("setOn").asString("")),
                latest == null ? "no own word yet" : Words.of(latest) + " of 10",
                Words.plain(ended.isEmpty() ? goal.path("status").asString("") : ended));
    }

    private static DomainPart domain(CombinedView view, String domain) {
        CombinedView.Domain state = view.domains().get(domain);
        List<MeasureRow> measures = view.measures().stream()
                .filter(measure -> domain.equals(measure.domain()))
                .map(PersonView::measure)
                .toList();
        return new DomainPart(Words.plain(domain), Words.plain(state == null ? null : state.status()), measures);
    }

    private static MeasureRow measure(CombinedView.Measure measure) {
        String unit = measure.unit() == null ? "" : " (" + measure.unit() + ")";
        return new MeasureRow(
                Words.named(measure.name(), measure.measure()) + unit,
                Words.of(measure.baseline()),
                Words.of(measure.latest()),
                Words.of(measure.change()),
                Words.plain(measure.status()));
    }

    private static List<ContactRow> contacts(CombinedView view, Map<String, String> names) {
        CombinedView.Contacts contacts = view.contacts();
        return (contacts == null ? List.<CombinedView.Contacts.OfAgency>of() : contacts.byAgency())
                .stream()
                        .map(part -> new ContactRow(
                                name(names, part.agency()), Words.of(part.contacts()), Times.shown(part.latest())))
                        .toList();
    }

    private static @Nullable CostPart cost(CombinedView.@Nullable Cost cost, Map<String, String> names) {
        if (cost == null || cost.total() == null) {
            return null;
        }
        List<Pence> all = cost.byAgency().stream()
                .map(part -> Pence.ofPounds(part.amount()))
                .toList();
        return new CostPart(
                Objects.requireNonNullElse(cost.year(), "all years"),
                Money.shown(Pence.ofPounds(cost.total())),
                cost.byAgency().stream()
                        .map(part -> {
                            Pence amount = Pence.ofPounds(part.amount());
                            return new CostRow(name(names, part.agency()), Money.shown(amount), Bar.of(amount, all));
                        })
                        .toList());
    }

    private static LookRow look(UsageLog.Numbered numbered) {
        var entry = numbered.entry();
        String organisation = entry.organisation() == null ? "" : ", " + entry.organisation();
        return new LookRow(
                Times.shown(entry.at()),
                entry.caller() + " (" + entry.role() + organisation + ")",
                Words.plain(entry.purpose()),
                seen(entry.what()));
    }

    private static String seen(String what) {
        return switch (what) {
            case "/people" -> "Found them by a reference";
            case "/people/{id}" -> "This page";
            case "/people/{id}/changes" -> "Changes of this page";
            default -> what;
        };
    }

    private static String name(Map<String, String> names, String code) {
        return names.getOrDefault(code, code);
    }
}
