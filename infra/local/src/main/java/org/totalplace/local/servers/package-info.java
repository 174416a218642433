/** The real servers that integration tests run on, embedded or in containers by one switch. */
@NullMarked
package org.totalplace.local.servers;

import org.jspecify.annotations.NullMarked;
