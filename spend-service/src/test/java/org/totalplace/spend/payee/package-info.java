/** Names of payees: spellings that are one, and names that must stay apart. */
@NullMarked
package org.totalplace.spend.payee;

import org.jspecify.annotations.NullMarked;
