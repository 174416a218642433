/** The gateway on real PostgreSQL, with stand-ins for the services and the identity provider. */
@NullMarked
package org.totalplace.gateway;

import org.jspecify.annotations.NullMarked;
