package org.totalplace.outcomes.proposal;

import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** What an agency truly paid and saved in a year, and how that is known. */
record Outturn(String agency, FinancialYear year, Pence paid, Pence saved, String source) {}
