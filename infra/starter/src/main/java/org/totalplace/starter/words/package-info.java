/** What free words tell of who somebody is. */
@NullMarked
package org.totalplace.starter.words;

import org.jspecify.annotations.NullMarked;
