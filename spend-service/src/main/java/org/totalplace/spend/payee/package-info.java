/** Printed names of payees: which of them mean an agency of the place, by what evidence, and which must not be read. */
@NullMarked
package org.totalplace.spend.payee;

import org.jspecify.annotations.NullMarked;
