/** Running the linkage engine over the identity records: models, links, doubts and stewards' decisions. */
@NullMarked
package org.totalplace.journey.linkage;

import org.jspecify.annotations.NullMarked;
