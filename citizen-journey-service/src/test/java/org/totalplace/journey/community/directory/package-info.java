/** Tests of the directory: directory. */
@NullMarked
package org.totalplace.journey.community.directory;

import org.jspecify.annotations.NullMarked;
