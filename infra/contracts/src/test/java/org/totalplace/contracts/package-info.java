@NullMarked
package org.totalplace.contracts;

import org.jspecify.annotations.NullMarked;
