@NullMarked
package org.totalplace.spend.killed;

import org.jspecify.annotations.NullMarked;
