@NullMarked
package org.totalplace.acceptance;

import org.jspecify.annotations.NullMarked;
