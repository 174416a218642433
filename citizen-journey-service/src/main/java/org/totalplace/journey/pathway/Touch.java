package org.totalplace.journey.pathway;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One contact on a map, as pathways see it.
 *
 * @param assesses whether it assesses somebody's need, by its type
 * @param end the day of the start where the contact says none
 */
record Touch(UUID person, String stage, String agency, boolean assesses, LocalDate start, LocalDate end) {}
