package org.totalplace.outcomes.personview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.totalplace.outcomes.measure.Domain;
import org.totalplace.outcomes.measure.Measure;
import org.totalplace.outcomes.measure.Polarity;
import org.totalplace.outcomes.measure.Rule;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.personview.CombinedView.DomainStatus;
import org.totalplace.outcomes.personview.CombinedView.GoalView;
import org.totalplace.outcomes.personview.CombinedView.MeasureView;
import org.totalplace.outcomes.personview.CombinedView.OwnReading;
import org.totalplace.outcomes.personview.CombinedView.Reading;
import org.totalplace.outcomes.personview.PersonFacts.Goal;
import org.totalplace.outcomes.personview.PersonFacts.Observed;

/** The measures, goals and domains of a view. */
final class ComposingMeasures {

    /** Of goals: the change of one point is as much as a person's own reading can tell. */
    private static final Rule OF_GOALS = new Rule(Rule.Kind.CHANGE, 1_000, List.of(), 0, 0);

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
        Status status = Status.of(
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
     * A domain's status from the newest definition of each of its measures; goals count together as one social measure.
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
            if (domain == Domain.SOCIAL) {
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

    private static Status together(List<Goal> goals) {
        List<Goal> read =
                goals.stream().filter(goal -> !goal.readings().isEmpty()).toList();
        if (read.isEmpty()) {
            return Status.UNKNOWN;
        }
        // The gap of this rule is 0, so the day of any reading will do.
        LocalDate day = read.getFirst().setOn();
        return Status.of(
                Polarity.HIGHER,
                OF_GOALS,
                read.stream().mapToLong(goal -> goal.readings().size()).sum(),
                new Status.At(day, mean(read, goal -> goal.readings().getFirst().value())),
                new Status.At(day, mean(read, goal -> goal.readings().getLast().value())));
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
