/** What a directory of services says: its files in the shapes of Open Referral, checked service by service. */
@NullMarked
package org.totalplace.journey.community.listing;

import org.jspecify.annotations.NullMarked;
