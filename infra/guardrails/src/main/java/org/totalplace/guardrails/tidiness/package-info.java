/** Rules on source files: size, names of tests, described packages, and nothing left behind. */
@NullMarked
package org.totalplace.guardrails.tidiness;

import org.jspecify.annotations.NullMarked;
