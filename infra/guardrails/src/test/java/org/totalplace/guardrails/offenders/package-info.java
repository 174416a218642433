/** Classes that each break one rule, and one that only looks as if it did. */
@NullMarked
package org.totalplace.guardrails.offenders;

import org.jspecify.annotations.NullMarked;
