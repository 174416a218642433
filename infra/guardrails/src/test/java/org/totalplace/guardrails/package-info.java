/** Proof that each rule catches its planted offender and leaves the innocent alone. */
@NullMarked
package org.totalplace.guardrails;

import org.jspecify.annotations.NullMarked;
