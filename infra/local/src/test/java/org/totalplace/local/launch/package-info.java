/** Starts the whole stack from one command, watches it, and stops it. */
@NullMarked
package org.totalplace.local.launch;

import org.jspecify.annotations.NullMarked;
