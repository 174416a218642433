/** Files fetched from agencies' own addresses: when, from where, how often again, and what became of it. */
@NullMarked
package org.totalplace.spend.pull;

import org.jspecify.annotations.NullMarked;
