package org.totalplace.outcomes.personview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.totalplace.outcomes.measure.Domain;
import org.totalplace.outcomes.measure.Measure;
import org.totalplace.outcomes.measure.Rule;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.personview.CombinedView.DomainStatus;
import org.totalplace.outcomes.personview.CombinedView.GoalView;
import org.totalplace.outcomes.personview.CombinedView.MeasureView;
import org.totalplace.outcomes.personview.CombinedView.OwnReading;
import org.totalplace.outcomes.personview.CombinedView.Reading;
import org.totalplace.outcomes.personview.PersonFacts.Goal;
import org.totalplace.outcomes.personview.PersonFacts.Measured;
import org.totalplace.outcomes.personview.PersonFacts.Observed;

/** The measures, goals and domains of a view. */
final class ComposingMeasures {

    private ComposingMeasures() {}

    /** One a measure and series, the definitions of a measure in their order. */
    static List<MeasureView> measures(List<Observed> observations) {
        return observations.stream()
                .collect(Collectors.groupingBy(Observed::measure, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ComposingMeasures::measure)
                .toList();
    }

    private static MeasureView measure(List<Observed> observations) {
        Observed first = observations.getFirst();
        Observed last = observations.getLast();
        var measure = first.measure();
        Status status = isDisputed(observations, first.day()) || isDisputed(observations, last.day())
                ? Status.UNKNOWN
                : Status.of(
                        measure.polarity(),
                        measure.rule(),
                        observations.size(),
                        new Status.At(first.day(), first.value()),
                        new Status.At(last.day(), last.value()));
        return new MeasureView(
                measure.code(),
                measure.series(),
                measure.name(),
                measure.domain().code(),
                measure.unit(),
                measure.polarity().code(),
                reading(first),
                reading(last),
                unit(last.value() - first.value()),
                status.code(),
                observations.stream().map(ComposingMeasures::reading).toList());
    }

    /** Whether several agencies observed on the day and what they say is not the same. */
    private static boolean isDisputed(List<Observed> observations, LocalDate day) {
        List<Observed> ofDay =
                observations.stream().filter(one -> one.day().equals(day)).toList();
        LongSummaryStatistics values = ofDay.stream().mapToLong(Observed::value).summaryStatistics();
        return ofDay.stream().map(Observed::agency).distinct().count() > 1
                && !ofDay.getFirst().measure().rule().same(values.getMin(), values.getMax());
    }

    static GoalView goal(Goal goal) {
        return new GoalView(
                goal.id(),
                goal.words(),
                goal.setBy(),
                goal.setOn(),
                goal.agency(),
                goal.endedOn(),
                goal.ending(),
                status(goal).code(),
                goal.readings().stream()
                        .map(reading -> new OwnReading(reading.day(), unit(reading.value())))
                        .toList());
    }

    /**
     * A domain's status from the newest definition of each of its measures; goals count together as one.
     */
    static Map<String, DomainStatus> domains(List<MeasureView> measures, List<Goal> goals) {
        Map<String, MeasureView> newest = new LinkedHashMap<>();
        measures.forEach(measure -> newest.put(measure.measure(), measure));
        Map<String, DomainStatus> domains = new LinkedHashMap<>();
        for (Domain domain : Domain.values()) {
            List<Status> statuses = newest.values().stream()
                    .filter(measure -> measure.domain().equals(domain.code()))
                    .map(measure -> Status.ofCode(measure.status()))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (goals.stream().anyMatch(goal -> goal.measure().domain() == domain)) {
                statuses.add(together(goals));
            }
            domains.put(
                    domain.code(), new DomainStatus(Status.ofDomain(statuses).code()));
        }
        return domains;
    }

    private static Status status(Goal goal) {
        return together(List.of(goal));
    }

    /** A goal that was read once has no change yet. */
    private static Status together(List<Goal> goals) {
        List<Goal> again =
                goals.stream().filter(goal -> goal.readings().size() > 1).toList();
        if (again.isEmpty()) {
            return Status.UNKNOWN;
        }
        Measured measure = again.getFirst().measure();
        return Status.of(
                measure.polarity(),
                measure.rule(),
                again.stream().mapToLong(goal -> goal.readings().size()).max().orElseThrow(),
                new Status.At(
                        days(again, List::getFirst)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        mean(again, goal -> goal.readings().getFirst().value())),
                new Status.At(
                        days(again, List::getLast)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        mean(again, goal -> goal.readings().getLast().value())));
    }

    private static Stream<LocalDate> days(
            List<Goal> goals, Function<List<PersonFacts.OwnReading>, PersonFacts.OwnReading> which) {
        return goals.stream().map(goal -> which.apply(goal.readings()).day());
    }

    private static long mean(List<Goal> goals, ToLongFunction<Goal> value) {
        return BigDecimal.valueOf(goals.stream().mapToLong(value).sum())
                .divide(BigDecimal.valueOf(goals.size()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Reading reading(Observed observed) {
        return new Reading(
                observed.day(),
                unit(observed.value()),
                observed.agency(),
                observed.measure()
                        .rule()
                        .band(observed.value())
                        .map(Rule.Band::name)
                        .orElse(null));
    }

    static BigDecimal unit(long thousandths) {
        return Objects.requireNonNull(Measure.unit(thousandths));
    }
}
