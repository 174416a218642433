/** A resident's word that somebody may need help: looked at by safeguarding staff first, and gone when it ends. */
@NullMarked
package org.totalplace.outcomes.needflag;

import org.jspecify.annotations.NullMarked;
