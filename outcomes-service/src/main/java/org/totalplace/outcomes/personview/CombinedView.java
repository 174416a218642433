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
 * @param version grows with every change of what is shown; the event id of the stream of changes
 * @param changedAt when something of it last changed
 * @param doubts what is not certain, in words
 * @param missing agencies that serve the person and whose outcomes are late
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
        List<Doubt> doubts,
        List<Missing> missing,
        List<ContestView> contests,
        List<NeedView> needs) {

    /**
     * That somebody thought the person may need help, and safeguarding staff agreed; it goes when that ends.
     *
     * @param agency which was asked to look after it
     */
    record NeedView(String kind, LocalDate raisedOn, LocalDate expiresOn, String agency) {}

    /** An agency that knows the person. */
    record SubjectOf(String agency) {}

    /** {@code better}, {@code same}, {@code worse} or {@code unknown}. */
    record DomainStatus(String status) {}

    /**
     * One measure of the person; {@code change} is latest minus baseline.
     *
     * @param series which definition of the measure; those of different series are not compared
     */
    record MeasureView(
            String measure,
            int series,
            String name,
            String domain,
            String unit,
            String polarity,
            Reading baseline,
            Reading latest,
            BigDecimal change,
            String status,
            List<Reading> history) {}

    /** One dated value, in the measure's unit, with the band that it falls in. */
    record Reading(
            LocalDate date,
            BigDecimal value,
            @Nullable String agency,
            @Nullable String band) {}

    /**
     * An outcome that the person set.
     *
     * @param text in their words
     * @param setBy {@code person} or {@code with-person}
     * @param ended {@code reached}, {@code changed} or {@code given-up}
     * @param readings their own, 0 to 10
     */
    record GoalView(
            UUID id,
            String text,
            String setBy,
            LocalDate setOn,
            String agency,
            @Nullable LocalDate endedOn,
            @Nullable String ended,
            String status,
            List<OwnReading> readings) {}

    /** The person's own word, 0 to 10. */
    record OwnReading(LocalDate date, BigDecimal value) {}

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

    /**
     * What should be here and is not.
     *
     * @param state {@code late} or {@code never}
     * @param due the day by which something was due
     */
    record Missing(
            String agency,
            String feed,
            String state,
            @Nullable LocalDate due,
            String message) {}

    /**
     * What the person says is not so, and what the agency that sent it answers.
     *
     * @param state {@code open}, {@code extended}, {@code answered} or {@code withdrawn}
     * @param due the day by which the agency answers
     * @param extendedWhy why it needs longer
     * @param decision {@code corrected}, {@code partly-corrected} or {@code kept}
     */
    record ContestView(
            UUID id,
            Contested about,
            String words,
            String state,
            LocalDate toldOn,
            LocalDate due,
            boolean overdue,
            @Nullable String extendedWhy,
            @Nullable String decision,
            @Nullable String answer,
            @Nullable LocalDate endedOn) {}

    /** One line: a contact, an outcome, a cost, or that the agency's record is this person's. */
    record Contested(
            String kind,
            String agency,
            @Nullable String recordId,
            @Nullable String measure,
            @Nullable LocalDate date,
            @Nullable String year) {}
}
