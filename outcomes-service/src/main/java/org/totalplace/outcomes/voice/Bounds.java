package org.totalplace.outcomes.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long answers take at most, and how often. A place has no law of its own for suggestions; the defaults are twice
 * those of the codes for complaints (ten working days and one extension of ten), since something is to be weighed.
 *
 * @param decideWithin working days until a decision
 * @param extension working days more, with a reason
 * @param extensions how often
 * @param planWithin working days from an acceptance until there is a plan
 * @param reopenings how often a suggester may reopen
 * @param reopenWithin calendar days after closing within which they may
 * @param keepWords calendar days after the last event of what is closed until the suggester's own words are forgotten
 * @param closedOn days on which nobody works besides weekends and bank holidays
 */
@ConfigurationProperties("totalplace.voice")
record Bounds(
        @DefaultValue("20") int decideWithin,
        @DefaultValue("20") int extension,
        @DefaultValue("1") int extensions,
        @DefaultValue("20") int planWithin,
        @DefaultValue("2") int reopenings,
        @DefaultValue("180") int reopenWithin,
        @DefaultValue("365") int keepWords,
        @DefaultValue List<LocalDate> closedOn) {

    Bounds {
        if (Stream.of(decideWithin, extension, planWithin, reopenWithin).anyMatch(days -> days < 1)
                || extensions < 0
                || reopenings < 0) {
            throw new IllegalArgumentException("totalplace.voice counts days from 1 and times from 0");
        }
        if (keepWords < reopenWithin) {
            throw new IllegalArgumentException(
                    "totalplace.voice.keep-words is no shorter than reopen-within: whoever decides again reads them");
        }
        closedOn = List.copyOf(closedOn);
    }

    LocalDate decisionDue(LocalDate told) {
        return workingDays().after(told, decideWithin);
    }

    LocalDate extended(LocalDate due) {
        return workingDays().after(due, extension);
    }

    LocalDate planDue(LocalDate decided) {
        return workingDays().after(decided, planWithin);
    }

    WorkingDays workingDays() {
        return new WorkingDays(Set.copyOf(closedOn));
    }
}
