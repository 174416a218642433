/** One half of a cycle. */
@NullMarked
package org.totalplace.guardrails.offenders.hen;

import org.jspecify.annotations.NullMarked;
