package org.totalplace.guardrails.offenders.egg;

import java.util.List;
import org.totalplace.guardrails.offenders.hen.Hen;

/** Comes from a hen. */
public record Egg(List<Hen> from) {}
