/** Rules on compiled classes: who may know whom, what may be called, and how types are named and shaped. */
@NullMarked
package org.totalplace.guardrails.architecture;

import org.jspecify.annotations.NullMarked;
