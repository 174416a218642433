/** What operators see: trace ids and tags, without personal data. */
@NullMarked
package org.totalplace.starter.observability;

import org.jspecify.annotations.NullMarked;
