/** The other half of a cycle. */
@NullMarked
package org.totalplace.guardrails.offenders.egg;

import org.jspecify.annotations.NullMarked;
