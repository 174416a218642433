/** What stewards decide about payees and transfers, what is put before them, and how the figures follow. */
@NullMarked
package org.totalplace.spend.decision;

import org.jspecify.annotations.NullMarked;
