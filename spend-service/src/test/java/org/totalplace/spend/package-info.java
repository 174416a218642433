/** The running service for tests: on real servers, asked through its HTTP door with real tokens. */
@NullMarked
package org.totalplace.spend;

import org.jspecify.annotations.NullMarked;
