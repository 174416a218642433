package org.totalplace.outcomes.personview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.outcomes.measure.Domain;
import org.totalplace.outcomes.measure.Polarity;
import org.totalplace.outcomes.measure.Rule;
import org.totalplace.outcomes.personview.CombinedView.ContestView;
import org.totalplace.outcomes.personview.CombinedView.NeedView;

/**
 * What stands in the tables of a person.
 *
 * @param observations by measure and series, in the order of their days
 * @param contests what the person contests, as it is told
 * @param late the feeds of outcomes that are late, of any agency
 */
record PersonFacts(
        UUID person,
        long version,
        Instant changedAt,
        @Nullable PersonJourneys journeys,
        List<Subject> subjects,
        List<Observed> observations,
        List<Goal> goals,
        List<LateFeed> late,
        List<ContestView> contests,
        List<NeedView> needs) {

    /** One agency's record of the person. */
    record Subject(String agency, boolean needsAttention) {}

    /** The definition that an observation falls under. */
    record Measured(String code, int series, String name, Domain domain, String unit, Polarity polarity, Rule rule) {}

    /** @param value in thousandths of the unit */
    record Observed(Measured measure, String agency, long value, LocalDate day) {}

    /**
     * What the person wants.
     *
     * @param measure the definition under which goals are told
     * @param readings in the order of their days
     */
    record Goal(
            Measured measure,
            UUID id,
            String words,
            String setBy,
            LocalDate setOn,
            String agency,
            @Nullable LocalDate endedOn,
            @Nullable String ending,
            List<OwnReading> readings) {}

    /** @param value in thousandths */
    record OwnReading(LocalDate day, long value) {}

    /** A feed of outcomes from which something is overdue. */
    record LateFeed(
            String agency,
            String feed,
            String state,
            @Nullable LocalDate due) {}
}
