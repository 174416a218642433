package org.totalplace.outcomes.personview;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.outcomes.measure.Domain;
import org.totalplace.outcomes.measure.Measure;
import org.totalplace.outcomes.measure.Polarity;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.personview.CombinedView.AgencyContacts;
import org.totalplace.outcomes.personview.CombinedView.AgencyCost;
import org.totalplace.outcomes.personview.CombinedView.Contacts;
import org.totalplace.outcomes.personview.CombinedView.Cost;
import org.totalplace.outcomes.personview.CombinedView.DomainStatus;
import org.totalplace.outcomes.personview.CombinedView.Doubt;
import org.totalplace.outcomes.personview.CombinedView.Journey;
import org.totalplace.outcomes.personview.CombinedView.MeasureView;
import org.totalplace.outcomes.personview.CombinedView.Reading;
import org.totalplace.outcomes.personview.CombinedView.SubjectOf;
import org.totalplace.outcomes.personview.CombinedViews.Facts;
import org.totalplace.outcomes.personview.CombinedViews.Observed;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** Composes the combined view of a person from the facts. A pure function. */
final class ComposingView {

    private ComposingView() {}

    static CombinedView of(Facts facts, Instant asOf) {
        Map<String, List<Observed>> byMeasure = facts.observations().stream()
                .collect(Collectors.groupingBy(Observed::measure, LinkedHashMap::new, Collectors.toList()));
        List<MeasureView> measures =
                byMeasure.values().stream().map(ComposingView::measure).toList();
        PersonJourneys journeys = facts.journeys();
        return new CombinedView(
                facts.person(),
                facts.version(),
                facts.subjects().stream()
                        .map(subject -> new SubjectOf(subject.agency()))
                        .toList(),
                asOf,
                facts.changedAt(),
                domains(measures),
                measures,
                List.of(),
                journeys == null ? List.of() : journeys(journeys),
                new Contacts(journeys == null ? List.of() : contacts(journeys)),
                journeys == null ? null : cost(journeys),
                doubts(facts, byMeasure));
    }

    private static MeasureView measure(List<Observed> observations) {
        Observed first = observations.getFirst();
        Observed last = observations.getLast();
        Status status = Status.of(
                Polarity.valueOf(first.polarity().toUpperCase(Locale.ROOT)),
                first.smallestChange(),
                observations.size(),
                first.value(),
                last.value());
        return new MeasureView(
                first.measure(),
                first.name(),
                first.domain(),
                first.unit(),
                first.polarity(),
                reading(first),
                reading(last),
                unit(last.value() - first.value()),
                status.code(),
                observations.stream().map(ComposingView::reading).toList());
    }

    private static Reading reading(Observed observed) {
        return new Reading(observed.day(), unit(observed.value()), observed.agency());
    }

    private static BigDecimal unit(long thousandths) {
        return Objects.requireNonNull(Measure.unit(thousandths));
    }

    private static Map<String, DomainStatus> domains(List<MeasureView> measures) {
        Map<String, DomainStatus> domains = new LinkedHashMap<>();
        for (Domain domain : Domain.values()) {
            List<Status> statuses = measures.stream()
                    .filter(measure -> measure.domain().equals(domain.code()))
                    .map(measure -> Status.valueOf(measure.status().toUpperCase(Locale.ROOT)))
                    .toList();
            domains.put(
                    domain.code(), new DomainStatus(Status.ofDomain(statuses).code()));
        }
        return domains;
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

    private static List<Doubt> doubts(Facts facts, Map<String, List<Observed>> byMeasure) {
        List<Doubt> doubts = new ArrayList<>();
        facts.subjects().stream()
                .filter(CombinedViews.Subject::needsAttention)
                .forEach(subject -> doubts.add(new Doubt(
                        "link-needs-attention",
                        subject.agency(),
                        null,
                        "It is not certain that the record of " + subject.agency()
                                + " is this person's; a steward has yet to decide.")));
        byMeasure.values().forEach(observations -> conflict(observations, doubts));
        return doubts;
    }

    private static void conflict(List<Observed> observations, List<Doubt> doubts) {
        for (int i = 1; i < observations.size(); i++) {
            Observed one = observations.get(i - 1);
            Observed other = observations.get(i);
            if (one.day().equals(other.day()) && !one.agency().equals(other.agency()) && one.value() != other.value()) {
                doubts.add(new Doubt(
                        "conflicting-observations",
                        other.agency(),
                        other.measure(),
                        one.agency() + " and " + other.agency() + " reported different values of '" + other.name()
                                + "' on " + other.day() + "."));
            }
        }
    }
}
