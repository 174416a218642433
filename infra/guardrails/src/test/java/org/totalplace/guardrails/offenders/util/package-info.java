/** A package named by a layer. */
@NullMarked
package org.totalplace.guardrails.offenders.util;

import org.jspecify.annotations.NullMarked;
