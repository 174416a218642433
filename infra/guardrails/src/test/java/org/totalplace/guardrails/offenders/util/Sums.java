package org.totalplace.guardrails.offenders.util;

/** Lives in a drawer of odds and ends. */
public record Sums(long total) {}
