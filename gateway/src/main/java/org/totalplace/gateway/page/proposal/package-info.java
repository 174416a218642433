/** Proposals to invest and save, as boards read them: who pays, who gains, and what is better besides. */
@NullMarked
package org.totalplace.gateway.page.proposal;

import org.jspecify.annotations.NullMarked;
