/** Tests of the addresses that are fetched from. */
@NullMarked
package org.totalplace.intake.fetch;

import org.jspecify.annotations.NullMarked;
