@NullMarked
package org.totalplace.intake.schedule;

import org.jspecify.annotations.NullMarked;
