package org.totalplace.outcomes.change;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.measure.Status;

/**
 * A person on a journey with a pair of readings of one measure.
 *
 * @param reached whether the person came to the stage that is asked about, by the day of the reading after
 * @param ageBand on the first day of the journey; null where not known
 * @param contactsBefore with any agency, in the year before the journey
 * @param before the reading before, in thousandths
 * @param days between the two readings
 */
record Candidate(
        UUID person,
        boolean reached,
        @Nullable String ageBand,
        @Nullable String sex,
        long contactsBefore,
        long before,
        long days,
        Status status) {

    /** Of the measure's newest definition; contacts before are not known of journeys that were told of long ago. */
    static final String SELECT = """
            select p.person, exists (select from unnest(s.stages, s.stages_begun) as r(stage, begun)
                                      where r.stage = :reached and r.begun <= p.after_on) as reached, s.age_band, t.sex,
                   s.contacts_before::bigint as contacts_before, p.before, (p.after_on - p.before_on)::bigint as days, p.status
            from paired p
            join starting s on s.person = p.person
            left join person_trait t on t.person = p.person
            where p.series = (select max(series) from paired) and p.status <> 'unknown' and s.contacts_before is not null
            """;

    static Candidate of(Readable row) {
        return new Candidate(
                ChangeOfMeasure.needed(row, "person", UUID.class),
                ChangeOfMeasure.needed(row, "reached", Boolean.class),
                row.get("age_band", String.class),
                row.get("sex", String.class),
                ChangeOfMeasure.needed(row, "contacts_before", Long.class),
                ChangeOfMeasure.needed(row, "before", Long.class),
                ChangeOfMeasure.needed(row, "days", Long.class),
                Status.ofCode(ChangeOfMeasure.needed(row, "status", String.class)));
    }

    /** So many contacts before the journey are taken as alike. */
    String contactsBand() {
        if (contactsBefore == 0) {
            return "0";
        }
        if (contactsBefore <= 2) {
            return "1-2";
        }
        if (contactsBefore <= 5) {
            return "3-5";
        }
        return contactsBefore <= 10 ? "6-10" : "11-and-over";
    }
}
