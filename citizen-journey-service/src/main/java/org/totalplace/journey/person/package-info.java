/** Persons: sets of subjects held to be one human being, with ids that outlive joins and splits. */
@NullMarked
package org.totalplace.journey.person;

import org.jspecify.annotations.NullMarked;
