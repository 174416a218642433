/** The residents of Northmoor, and what four agencies wrote down about them. */
@NullMarked
package org.totalplace.sample.people;

import org.jspecify.annotations.NullMarked;
