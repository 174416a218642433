/** A real PostgreSQL from Maven artefacts, with the databases and roles of the services. */
@NullMarked
package org.totalplace.local.postgres;

import org.jspecify.annotations.NullMarked;
