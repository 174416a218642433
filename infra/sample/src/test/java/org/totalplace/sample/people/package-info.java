/** Proof that people are as they were drawn. */
@NullMarked
package org.totalplace.sample.people;

import org.jspecify.annotations.NullMarked;
