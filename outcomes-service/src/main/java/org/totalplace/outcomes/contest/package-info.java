/** What persons say is not so: about one fact each, to the agency that sent it, which answers by a day. */
@NullMarked
package org.totalplace.outcomes.contest;

import org.jspecify.annotations.NullMarked;
