/** The place's directory of services: taking directories in, and finding in them what people need. */
@NullMarked
package org.totalplace.journey.community.directory;

import org.jspecify.annotations.NullMarked;
