/** What a rule looks at, classes and files of one module, and what it finds there. */
@NullMarked
package org.totalplace.guardrails.examined;

import org.jspecify.annotations.NullMarked;
