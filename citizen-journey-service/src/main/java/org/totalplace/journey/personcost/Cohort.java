package org.totalplace.journey.personcost;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * The persons with a fiscal cost in a year.
 *
 * @param map on whose stages the cost lies; null for any contact at all
 */
record Cohort(FinancialYear year, @Nullable String map, PersonsAsked persons) {

    /** Whether it is a part of all persons: figures of parts must not tell those of the rest by subtraction. */
    boolean isPart() {
        return !persons.areAnybody();
    }

    /** So many of its persons as a group of whom something is told. */
    ToldGroup told(long bearers, String... figures) {
        List<String> of = new ArrayList<>(List.of(Objects.requireNonNullElse(map, ""), year.label()));
        of.addAll(List.of(figures));
        return ToldGroup.of(of, persons.marks(), bearers);
    }

    /** An amount about so many of its persons, to the penny only where it is of all persons. */
    PublishedAmount published(Pence amount, long bearers, Pence largestTwo) {
        return isPart()
                ? PublishedAmount.roughly(amount, bearers, largestTwo)
                : PublishedAmount.of(amount, bearers, largestTwo);
    }
}
