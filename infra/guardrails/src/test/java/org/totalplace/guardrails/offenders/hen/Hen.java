package org.totalplace.guardrails.offenders.hen;

import org.totalplace.guardrails.offenders.egg.Egg;

/** Comes from an egg. */
public record Hen(Egg from) {}
