/** Claims that somebody is better off, judged by the observations, and the sample that an auditor looks at. */
@NullMarked
package org.totalplace.outcomes.claim;

import org.jspecify.annotations.NullMarked;
