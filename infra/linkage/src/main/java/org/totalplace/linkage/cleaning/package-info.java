/** Makes what agencies print comparable, and turns unreadable and sentinel values into missing ones. */
@NullMarked
package org.totalplace.linkage.cleaning;

import org.jspecify.annotations.NullMarked;
