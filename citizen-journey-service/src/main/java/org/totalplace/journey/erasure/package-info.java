/** The right to erasure: a person's records go, what they cost stays in the ledger as cost of nobody. */
@NullMarked
package org.totalplace.journey.erasure;

import org.jspecify.annotations.NullMarked;
