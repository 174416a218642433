@NullMarked
package org.totalplace.intake.health;

import org.jspecify.annotations.NullMarked;
