/** How feeds are: what is due, what came, how good it was; for whoever hands in and for whoever waits. */
@NullMarked
package org.totalplace.intake.health;

import org.jspecify.annotations.NullMarked;
