/** How figures about few people are shown. */
@NullMarked
package org.totalplace.starter.disclosure;

import org.jspecify.annotations.NullMarked;
