@NullMarked
package org.totalplace.starter.projection;

import org.jspecify.annotations.NullMarked;
