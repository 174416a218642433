/** What agencies hold about a subject: received, kept here alone, and named elsewhere by a keyed pseudonym only. */
@NullMarked
package org.totalplace.journey.identity;

import org.jspecify.annotations.NullMarked;
