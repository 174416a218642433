package org.totalplace.outcomes.claim;

import java.time.LocalDate;

/** One observation of the person whom a claim is about, of the claim's measure. */
record Evidence(LocalDate day, long value, String agency) {}
