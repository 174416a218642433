/** The catalogue of the place's datasets (DCAT), for other catalogues to take over. */
@NullMarked
package org.totalplace.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
