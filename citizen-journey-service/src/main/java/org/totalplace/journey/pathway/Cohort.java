package org.totalplace.journey.pathway;

import java.time.LocalDate;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.value.FinancialYear;

/** Whose pathways are asked for. */
record Cohort(String map, FinancialYear year, PersonsAsked persons) {

    /** Contacts that begin after the year are not read, so of no later day is it known that nothing came. */
    LocalDate knownUntil(LocalDate today) {
        LocalDate last = year.lastDay();
        return today.isAfter(last) ? last : today;
    }
}
