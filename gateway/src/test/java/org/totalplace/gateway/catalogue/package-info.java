/** The catalogue of datasets. */
@NullMarked
package org.totalplace.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
