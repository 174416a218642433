/** What integration tests of the service share. */
@NullMarked
package org.totalplace.journey;

import org.jspecify.annotations.NullMarked;
