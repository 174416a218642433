/** The place, the agencies that are counted in it, and which share of a wider body's money belongs to it. */
@NullMarked
package org.totalplace.spend.place;

import org.jspecify.annotations.NullMarked;
