@NullMarked
package org.totalplace.intake.delivery;

import org.jspecify.annotations.NullMarked;
