package org.totalplace.outcomes.personview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.outcomes.personview.CombinedView.AgencyContacts;
import org.totalplace.outcomes.personview.CombinedView.AgencyCost;
import org.totalplace.outcomes.personview.CombinedView.Contacts;
import org.totalplace.outcomes.personview.CombinedView.Cost;
import org.totalplace.outcomes.personview.CombinedView.Journey;
import org.totalplace.outcomes.personview.CombinedView.MeasureView;
import org.totalplace.outcomes.personview.CombinedView.Missing;
import org.totalplace.outcomes.personview.CombinedView.SubjectOf;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** Composes the combined view of a person from the facts. A pure function. */
final class ComposingView {

    private ComposingView() {}

    static CombinedView of(PersonFacts facts, Instant asOf) {
        List<MeasureView> measures = ComposingMeasures.measures(facts.observations());
        PersonJourneys journeys = facts.journeys();
        return new CombinedView(
                facts.person(),
                facts.version(),
                facts.subjects().stream()
                        .map(subject -> new SubjectOf(subject.agency()))
                        .toList(),
                asOf,
                facts.changedAt(),
                ComposingMeasures.domains(measures, facts.goals()),
                measures,
                facts.goals().stream().map(ComposingMeasures::goal).toList(),
                journeys == null ? List.of() : journeys(journeys),
                new Contacts(journeys == null ? List.of() : contacts(journeys)),
                journeys == null ? null : cost(journeys),
                Doubts.of(facts),
                missing(facts),
                facts.contests(),
                facts.needs());
    }

    private static List<Missing> missing(PersonFacts facts) {
        PersonJourneys journeys = facts.journeys();
        Set<String> serving = Stream.concat(
                        facts.subjects().stream().map(PersonFacts.Subject::agency),
                        journeys == null
                                ? Stream.empty()
                                : journeys.getContacts().stream().map(contacts -> contacts.getAgency()))
                .collect(Collectors.toSet());
        return facts.late().stream()
                .filter(feed -> serving.contains(feed.agency()))
                .map(feed -> new Missing(
                        feed.agency(),
                        feed.feed(),
                        feed.state(),
                        feed.due(),
                        feed.agency() + " serves this person, and its outcomes are overdue: what it observed since is"
                                + " not here."))
                .toList();
    }

    private static List<Journey> journeys(PersonJourneys journeys) {
        return journeys.getJourneys().stream()
                .map(standing -> new Journey(
                        standing.getMap(), standing.getStage(), standing.getSince(), standing.getContacts()))
                .toList();
    }

    private static List<AgencyContacts> contacts(PersonJourneys journeys) {
        return journeys.getContacts().stream()
                .map(contacts -> new AgencyContacts(
                        contacts.getAgency(), contacts.getContacts(), contacts.getFirst(), contacts.getLatest()))
                .toList();
    }

    private static @Nullable Cost cost(PersonJourneys journeys) {
        return journeys.getCosts().stream()
                .map(org.totalplace.contracts.event.AgencyCost::getYear)
                .max(Comparator.naturalOrder())
                .map(year -> cost(journeys, year))
                .orElse(null);
    }

    private static Cost cost(PersonJourneys journeys, int year) {
        var costs = journeys.getCosts().stream()
                .filter(cost -> cost.getYear() == year)
                .toList();
        Pence total = costs.stream().map(cost -> new Pence(cost.getPence())).reduce(Pence.ZERO, Pence::plus);
        return new Cost(
                new FinancialYear(year).label(),
                total.pounds(),
                costs.stream()
                        .map(cost -> new AgencyCost(cost.getAgency(), new Pence(cost.getPence()).pounds()))
                        .toList());
    }
}
