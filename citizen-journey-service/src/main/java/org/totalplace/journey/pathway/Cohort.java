package org.totalplace.journey.pathway;

import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.value.FinancialYear;

/** Whose pathways are asked for. */
record Cohort(String map, FinancialYear year, PersonsAsked persons) {}
