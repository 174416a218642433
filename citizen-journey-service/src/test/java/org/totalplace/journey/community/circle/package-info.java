@NullMarked
package org.totalplace.journey.community.circle;

import org.jspecify.annotations.NullMarked;
