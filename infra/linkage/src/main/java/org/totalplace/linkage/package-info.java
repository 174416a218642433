/**
 * Links the records that agencies hold of people: which of them are the same human being, how sure that is, and why.
 */
@NullMarked
package org.totalplace.linkage;

import org.jspecify.annotations.NullMarked;
