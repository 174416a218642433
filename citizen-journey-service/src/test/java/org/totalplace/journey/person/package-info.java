/** Tests of persons and their stable ids. */
@NullMarked
package org.totalplace.journey.person;

import org.jspecify.annotations.NullMarked;
