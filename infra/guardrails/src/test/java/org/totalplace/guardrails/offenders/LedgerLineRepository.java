package org.totalplace.guardrails.offenders;

/** Is named by its stereotype. */
public interface LedgerLineRepository {}
