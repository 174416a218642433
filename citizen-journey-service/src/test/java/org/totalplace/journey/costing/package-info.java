/** What service lines cost a unit, a person and a contact, reconciled with the ledger to the penny. */
@NullMarked
package org.totalplace.journey.costing;

import org.jspecify.annotations.NullMarked;
