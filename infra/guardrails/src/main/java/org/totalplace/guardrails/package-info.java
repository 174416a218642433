/** The rules that every module keeps, run by one short test class in each. */
@NullMarked
package org.totalplace.guardrails;

import org.jspecify.annotations.NullMarked;
