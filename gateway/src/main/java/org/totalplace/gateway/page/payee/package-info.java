/** The pages on which a steward decides what printed names of payees mean. */
@NullMarked
package org.totalplace.gateway.page.payee;

import org.jspecify.annotations.NullMarked;
