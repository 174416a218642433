package org.totalplace.outcomes.personview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything held of a person's outcomes, journey and cost, across agencies.
 *
 * @param version grows with every change; the event id of the stream of changes
 * @param changedAt when something of it last changed
 * @param doubts what is not certain, in words
 */
record CombinedView(
        UUID personId,
        long version,
        List<SubjectOf> subjects,
        Instant asOf,
        Instant changedAt,
        Map<String, DomainStatus> domains,
        List<MeasureView> measures,
        List<GoalView> goals,
        List<Journey> journeys,
        Contacts contacts,
        @Nullable Cost cost,
        List<Doubt> doubts) {

    /** An agency that knows the person. */
    record SubjectOf(String agency) {}

    /** {@code better}, {@code same}, {@code worse} or {@code unknown}. */
    record DomainStatus(String status) {}

    /** One measure of the person; {@code change} is latest minus baseline. */
    record MeasureView(
            String measure,
            String name,
            String domain,
            String unit,
            String polarity,
            Reading baseline,
            Reading latest,
            BigDecimal change,
            String status,
            List<Reading> history) {}

    /** One dated value, in the measure's unit. */
    record Reading(
            LocalDate date, BigDecimal value, @Nullable String agency) {}

    /** An outcome that the person set. */
    record GoalView(String text) {}

    /** Where the person stands on a journey map. */
    record Journey(String map, String stage, LocalDate since, int contacts) {}

    /** Contacts by agency. */
    record Contacts(List<AgencyContacts> byAgency) {}

    /** How often and when an agency was in touch. */
    record AgencyContacts(String agency, int contacts, LocalDate first, LocalDate latest) {}

    /** Pounds of the latest year for which the person has a cost. */
    record Cost(String year, BigDecimal total, List<AgencyCost> byAgency) {}

    /** Pounds of one agency. */
    record AgencyCost(String agency, BigDecimal amount) {}

    /** Something that is not certain: {@code link-needs-attention} or {@code conflicting-observations}. */
    record Doubt(
            String kind, @Nullable String agency, @Nullable String measure, String message) {}
}
