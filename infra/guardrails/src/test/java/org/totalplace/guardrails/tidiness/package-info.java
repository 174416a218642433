/** Proof that sources are told apart as they should be. */
@NullMarked
package org.totalplace.guardrails.tidiness;

import org.jspecify.annotations.NullMarked;
