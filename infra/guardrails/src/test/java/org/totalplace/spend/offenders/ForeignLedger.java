package org.totalplace.spend.offenders;

/** Belongs, by its package, to a service. */
public record ForeignLedger(String agency) {}
