package org.totalplace.guardrails.offenders;

import org.totalplace.spend.offenders.ForeignLedger;

/** Reaches into another service. */
public record BorrowedLedger(ForeignLedger[] ledgers) {}
